import type { Metadata } from "next";
import { scopes } from "@alprina/api";
import { DevicesPanel } from "@/components/devices/devices-panel";
import { publicConfig } from "@/env";
import { requestTime } from "@/lib/request-time";
import { requirePerson } from "@/server/current-person";
import { serverCaller } from "@/trpc/server";

export const metadata: Metadata = { title: "Devices" };

export default async function DevicesPage() {
  await requirePerson("/settings/devices");
  const api = await serverCaller();
  const devices = await api.devices.list();
  return (
    <DevicesPanel
      devices={devices}
      cliName={publicConfig().cliName}
      words={scopes}
      renderedAt={await requestTime()}
    />
  );
}
