"use client";

import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "#translations";
import { Moment } from "@/components/time/moment";
import { cn } from "@/lib/cn";
import type { Device } from "@/trpc/client";

interface DeviceScopesProps {
  device: Device;
  describedBy: string;
}

/** What a device may do, for whoever asks: a list of devices is read for other things. */
export function DeviceScopes({ device, describedBy }: DeviceScopesProps) {
  const t = useTranslations("devices.row");
  const words = useTranslations("authorize.scopes");
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <>
      <button
        type="button"
        data-scopes-open={open || undefined}
        aria-expanded={open}
        aria-controls={list}
        aria-describedby={describedBy}
        onClick={() => setOpen(!open)}
        className="mt-0.5 inline-flex items-center gap-1 rounded-sm text-sm/6 text-muted-foreground hover:text-foreground"
      >
        {t("abilities")}
        <ChevronDown aria-hidden className={cn("size-3.5 transition-transform", open && "rotate-180")} />
      </button>
      <ul id={list} hidden={!open} className="mt-1 space-y-1.5 border-s ps-3 text-sm/5">
        {device.scopes.map((scope) => (
          <li key={scope}>
            <span className="font-medium">{words(`${scope}.title`)}</span>
            <span className="block text-muted-foreground">{words(`${scope}.says`)}</span>
          </li>
        ))}
        <li className="text-muted-foreground">
          {t.rich("addedKey", {
            time: () => <Moment date={device.createdAt} />,
            key: () => <code className="break-all">{device.keyStart}</code>,
          })}
        </li>
      </ul>
    </>
  );
}
