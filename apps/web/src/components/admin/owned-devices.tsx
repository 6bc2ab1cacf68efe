"use client";

import { useTranslations } from "#translations";
import { useNow } from "@/components/time/use-now";
import { Card } from "@/components/ui/card";
import { trpc, type OwnedDevicesPage } from "@/trpc/client";
import { DeviceEntry } from "./device-entry";
import { LoadMore } from "./load-more";
import { usePages } from "./use-pages";

interface OwnedDevicesProps {
  first: OwnedDevicesPage;
  filter: { words?: string; which?: "active" | "ended" };
  renderedAt: number;
}

/** Everybody's devices, the newest first. */
export function OwnedDevices({ first, filter, renderedAt }: OwnedDevicesProps) {
  const t = useTranslations("admin");
  const now = useNow(60_000, renderedAt);
  const pages = usePages(first, (cursor) => trpc.admin.devices.list.query({ ...filter, cursor }));
  return (
    <div>
      <h2 className="sr-only">{t("devices.all")}</h2>
      <Card className="mt-3">
        <ul aria-label={t("person.devices")} className="divide-y">
          {pages.items.map((device) => (
            <DeviceEntry
              key={device.id}
              device={device}
              owner={device.owner}
              withOwner
              now={now}
              returnTo="/admin/devices"
            />
          ))}
        </ul>
      </Card>
      <LoadMore pages={pages} shown={t("devices.shown", { count: pages.items.length })} />
    </div>
  );
}
