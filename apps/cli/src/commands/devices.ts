import { type Device, listDevices, whoAmI } from "@alprina/cli-auth/client";

import { type Context, requireKey } from "../context";
import { table } from "../table";
import { humanTime } from "../time";

/** Every device that is or was signed in as this person, newest first. */
export async function devices(context: Context, flags: { json?: boolean }): Promise<void> {
  const { terminal, server, signal } = context;
  const { apiKey, deviceId } = await requireKey(context);
  const caller = { server, signal, apiKey };
  const [list, thisId] = await Promise.all([
    listDevices(caller),
    deviceId ?? whoAmI(caller).then((identity) => identity.device.id),
  ]);
  if (flags.json) {
    const marked = list.map((device) => ({ ...device, thisDevice: device.id === thisId }));
    terminal.data(JSON.stringify(marked, null, 2));
    return;
  }
  const nowMs = Date.now();
  const lines = table([
    ["NAME", "CREATED", "LAST USED", "STATUS", "ID"],
    ...list.map((device) => [
      device.name,
      humanTime(device.createdAt, nowMs),
      device.lastUsedAt === null ? "never" : humanTime(device.lastUsedAt, nowMs),
      statusOf(device, thisId),
      device.id,
    ]),
  ]);
  const { dim } = terminal.dataColors;
  lines.forEach((line, index) => {
    const alive = list[index - 1]?.status === "active";
    terminal.data(alive ? line : dim(line));
  });
}

function statusOf(device: Device, thisId: string): string {
  const status = device.expired ? "expired" : device.status;
  return device.id === thisId ? `${status}, this device` : status;
}
