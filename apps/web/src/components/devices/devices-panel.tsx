"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "#translations";
import { TooOld } from "@/components/site/too-old";
import { Button } from "@/components/ui/button";
import type { Device } from "@/trpc/client";
import { AddDeviceCard } from "./add-device-card";
import { DeviceList } from "./device-list";
import { EmptyDevices } from "./empty-devices";
import { useDashboardCode } from "./use-dashboard-code";
import { DEVICES_TITLE, useDevices } from "./use-devices";

interface DevicesPanelProps {
  devices: Device[];
  cliName: string;
  /** The id of a dashboard code whose fate this page was showing before. */
  codeId: string | null;
  /** The person signed in too long ago to be given a code. */
  mustSignInAgain: boolean;
  /** When the server made this page. */
  renderedAt: number;
}

export function DevicesPanel(props: DevicesPanelProps) {
  const { cliName, codeId, mustSignInAgain, renderedAt } = props;
  const t = useTranslations("devices");
  const devices = useDevices(props.devices);
  const code = useDashboardCode(codeId);
  return (
    <main>
      <div className="mt-7 flex flex-wrap items-end justify-between gap-x-6 gap-y-4 sm:mt-9">
        <div>
          <h1
            id={DEVICES_TITLE}
            tabIndex={-1}
            className="text-question font-semibold tracking-[-0.025em] sm:text-question-wide"
          >
            {t("title")}
          </h1>
          <p className="mt-1 text-body text-muted-foreground sm:text-base/6">{t("lead")}</p>
        </div>
        {!code.open && !mustSignInAgain && (
          <Button onClick={code.issue} className="max-sm:w-full">
            <Plus className="size-4" strokeWidth={2.5} aria-hidden />
            {t("add")}
          </Button>
        )}
      </div>
      {!code.open && mustSignInAgain && (
        <TooOld to="addDevice" returnTo="/settings/devices" className="mt-6" />
      )}
      {code.open && <AddDeviceCard code={code} />}
      {devices.length === 0 ? (
        <EmptyDevices cliName={cliName} />
      ) : (
        <>
          <DeviceList devices={devices} renderedAt={renderedAt} />
          <p className="mt-4 text-sm text-muted-foreground">{t("unknownOne")}</p>
        </>
      )}
    </main>
  );
}
