"use client";

import { useState } from "react";
import { useTranslations } from "#translations";
import { isOver } from "@/components/devices/device-standing";
import { useNow } from "@/components/time/use-now";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { PersonInDetail } from "@/trpc/client";
import { DeviceEntry } from "./device-entry";

/** Somebody's devices: those that work, and on demand those that ended. */
export function PersonDevices({ person, renderedAt }: { person: PersonInDetail; renderedAt: number }) {
  const t = useTranslations("admin.person");
  const [withEnded, setWithEnded] = useState(false);
  const now = useNow(60_000, renderedAt);
  const ended = person.keys.filter((device) => isOver(device, now));
  const shown = withEnded ? person.keys : person.keys.filter((device) => !isOver(device, now));
  return (
    <>
      <Card className="mt-3">
        {shown.length === 0 ? (
          <p className="px-4 py-3.5 text-muted-foreground sm:px-5">{t("noDevice")}</p>
        ) : (
          <ul aria-label={t("devices")} className="divide-y">
            {shown.map((device) => (
              <DeviceEntry
                key={device.id}
                device={device}
                owner={person}
                withOwner={false}
                now={now}
                returnTo={`/admin/people/${person.id}`}
              />
            ))}
          </ul>
        )}
      </Card>
      {ended.length > 0 && !withEnded && (
        <Button variant="ghost" size="sm" className="mt-2" onClick={() => setWithEnded(true)}>
          {t("showEnded", { count: ended.length })}
        </Button>
      )}
    </>
  );
}
