"use client";

import Link from "next/link";
import { useId, useState } from "react";
import { useTranslations } from "#translations";
import { DeviceBadge } from "@/components/devices/device-badge";
import { DeviceIcon } from "@/components/devices/device-icon";
import { deviceStanding, isOver } from "@/components/devices/device-standing";
import { DeviceTimes } from "@/components/devices/device-times";
import { EmailAddress } from "@/components/site/email-address";
import { cn } from "@/lib/cn";
import { serverNow } from "@/lib/server-clock";
import { trpc, type Device } from "@/trpc/client";
import { OperatorAction } from "./operator-action";

interface DeviceEntryProps {
  device: Device;
  owner: { id: string; email: string };
  /** Whether the page is about many people, and says whose it is. */
  withOwner: boolean;
  now: number;
  returnTo: string;
}

/** Somebody's device, as an operator sees it. */
export function DeviceEntry({ device: asRead, owner, withOwner, now, returnTo }: DeviceEntryProps) {
  const t = useTranslations("admin.devices");
  const revoke = useTranslations("devices.revoke");
  const done = useTranslations("devices.done");
  const nameId = useId();
  // Further pages of a list are not read again with the page: what was just done to one is seen all the same.
  const [revokedAt, setRevokedAt] = useState<Date>();
  const device: Device = revokedAt ? { ...asRead, status: "revoked", revokedAt } : asRead;
  const { name } = device;
  const over = isOver(device, now);
  const program = [device.clientName, device.clientVersion].filter(Boolean).join(" ");
  return (
    <li
      data-row={device.id}
      tabIndex={-1}
      className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 px-4 py-4 sm:px-5 lg:grid-cols-[auto_minmax(0,1.55fr)_minmax(0,1fr)_minmax(0,1fr)_7rem] lg:items-center"
    >
      <div className={cn(over && "opacity-50")}>
        <DeviceIcon name={device.name} os={device.deviceOs} />
      </div>
      <div className="min-w-0 wrap-anywhere">
        <h3 id={nameId} className={cn("inline font-semibold", over && "text-muted-foreground")}>
          <bdi>{device.name}</bdi>
        </h3>{" "}
        <DeviceBadge standing={deviceStanding(device, now)} />
        {withOwner && (
          <p className="text-sm/5">
            <Link href={`/admin/people/${owner.id}`} prefetch={false} className="link">
              <EmailAddress address={owner.email} />
            </Link>
          </p>
        )}
        <p className="text-sm/5 text-muted-foreground">
          {[device.deviceOs, program].filter(Boolean).join(" · ")}
        </p>
      </div>
      <DeviceTimes device={device} over={over} now={now} />
      {!over && (
        <div className="col-span-2 max-lg:mt-1 lg:col-span-1 lg:text-right">
          <OperatorAction
            name={revoke("button")}
            describedBy={nameId}
            title={revoke("title", { name })}
            description={t("revokeText", { email: owner.email })}
            confirm={revoke("button")}
            returnTo={returnTo}
            act={async () => {
              const input = { personId: owner.id, deviceId: device.id };
              const isDone = await trpc.admin.devices.revoke.mutate(input);
              setRevokedAt(new Date(serverNow()));
              return isDone ? done("signedOut", { name }) : t("revokedBefore", { name });
            }}
          />
        </div>
      )}
    </li>
  );
}
