"use client";

import { Pencil } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";
import type { Device } from "@/trpc/client";
import { DeviceBadge } from "./device-badge";
import { DeviceIcon } from "./device-icon";
import { DeviceMenu } from "./device-menu";
import { DeviceScopes } from "./device-scopes";
import { deviceStanding, isOver } from "./device-standing";
import { DeviceTimes } from "./device-times";
import { RenameForm } from "./rename-form";
import { RevokeButton } from "./revoke-button";
import type { Selection } from "./use-selection";

interface DeviceRowProps {
  device: Device;
  now: number;
  /** Whether there are others that "Revoke all others" would mean. */
  hasOthers: boolean;
  /** While devices are being chosen. */
  selection: Selection | undefined;
}

export function DeviceRow({ device, now, hasOthers, selection }: DeviceRowProps) {
  const t = useTranslations("devices.row");
  const [renaming, setRenaming] = useState(false);
  const nameId = useId();
  const pencil = useRef<HTMLButtonElement>(null);
  const over = isOver(device, now);

  function stopRenaming() {
    setRenaming(false);
    // The field goes, and the focus with it: back to where it came from.
    requestAnimationFrame(() => pencil.current?.focus());
  }

  const sub = [device.deviceOs, [device.clientName, device.clientVersion].filter(Boolean).join(" ")];
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 px-4 py-4 sm:px-5 lg:grid-cols-[auto_minmax(0,1.55fr)_minmax(0,1fr)_minmax(0,1fr)_10rem] lg:items-center lg:has-data-scopes-open:items-start">
      {selection && !over ? (
        <label className="grid size-11 place-items-center">
          <Checkbox
            aria-label={t("select", { name: device.name })}
            checked={selection.has(device)}
            onChange={() => selection.toggle(device)}
          />
        </label>
      ) : (
        <div className={cn(over && "opacity-50")}>
          <DeviceIcon name={device.name} os={device.deviceOs} />
        </div>
      )}
      <div className="min-w-0">
        {renaming ? (
          <RenameForm device={device} onDone={stopRenaming} />
        ) : (
          <div className="min-h-7 leading-7">
            <h2
              id={nameId}
              className={cn("inline font-semibold break-words", over && "text-muted-foreground")}
            >
              <bdi>{device.name}</bdi>
            </h2>
            {!over && (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t("rename")}
                aria-describedby={nameId}
                title={t("rename")}
                ref={pencil}
                className="mx-0.5 align-middle"
                onClick={() => setRenaming(true)}
              >
                <Pencil className="size-3.5" aria-hidden />
              </Button>
            )}{" "}
            <DeviceBadge standing={deviceStanding(device, now)} />
          </div>
        )}
        <p className="text-sm/5 break-words text-muted-foreground">{sub.filter(Boolean).join(" · ")}</p>
        {!over && <DeviceScopes device={device} describedBy={nameId} />}
      </div>
      <DeviceTimes device={device} over={over} now={now} />
      {!over && !selection && (
        <div className="col-span-2 flex items-center justify-between gap-1 max-lg:mt-1 lg:col-span-1 lg:justify-end">
          <RevokeButton device={device} describedBy={nameId} />
          <DeviceMenu
            device={device}
            hasOthers={hasOthers}
            describedBy={nameId}
            onRename={() => setRenaming(true)}
          />
        </div>
      )}
    </li>
  );
}
