"use client";

import { DeviceRow } from "@/components/devices/device-row";
import { EmptyDevices } from "@/components/devices/empty-devices";
import { QueryProvider } from "@/components/site/query-provider";
import { Card } from "@/components/ui/card";
import { sampleDevices } from "./sample";
import { Specimen } from "./specimen";

/** A device in each of its standings. Nothing can be done to them: they are nobody’s. */
export function DeviceParts({ now, cliName }: { now: number; cliName: string }) {
  return (
    <QueryProvider>
      <Specimen name="In use, new, never used, soon over, revoked, out of time" wide>
        <Card inert>
          <ul aria-label="Devices" className="divide-y">
            {sampleDevices(now).map((device) => (
              <DeviceRow key={device.id} {...{ device, now }} hasOthers selection={undefined} />
            ))}
          </ul>
        </Card>
      </Specimen>
      <Specimen name="None yet" wide>
        <div className="-mt-6">
          <EmptyDevices cliName={cliName} />
        </div>
      </Specimen>
    </QueryProvider>
  );
}
