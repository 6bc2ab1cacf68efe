import { type Device, listDevices, whoAmI } from "@alprina/cli-auth/client";

import { type Context, requireKey } from "../context";
import { table } from "../table";
import { facts } from "../terminal";
import { humanTime } from "../time";

/** Every device that is or was signed in as this person, newest first. */
export async function devices(context: Context): Promise<void> {
  const { terminal, output, server, signal } = context;
  const { apiKey, credential } = await requireKey(context);
  const caller = { server, signal, apiKey };
  const [list, thisId] = await Promise.all([
    listDevices(caller),
    credential?.device.id ?? whoAmI(caller).then((identity) => identity.device.id),
  ]);
  const marked = list.map((device) => ({ ...device, thisDevice: device.id === thisId }));
  output.result({ devices: marked }, () => {
    const nowMs = Date.now();
    const rows = marked.map((device) => [
      device.name,
      humanTime(device.createdAt, nowMs),
      device.lastUsedAt === null ? "never" : humanTime(device.lastUsedAt, nowMs),
      statusOf(device),
      device.id,
    ]);
    const lines = table([["NAME", "CREATED", "LAST USED", "STATUS", "ID"], ...rows]);
    const { dim } = terminal.dataColors;
    if (lines.some((line) => line.length > terminal.dataColumns))
      return list.forEach((_, index) => narrow(rows[index]));
    lines.forEach((line, index) => terminal.data(list[index - 1]?.status === "active" ? line : dim(line)));
  });

  function narrow([name = "", created = "", used = "", status = "", id = ""]: string[] = []): void {
    terminal.data(terminal.dataColors.bold(name));
    const rows: [string, string][] = [
      ["Status", status],
      ["Created", created],
      ["Used", used],
      ["Id", id],
    ];
    for (const line of facts(rows, terminal.dataColors)) terminal.data(line);
  }
}

function statusOf(device: Device & { thisDevice: boolean }): string {
  const status = device.expired ? "expired" : device.status;
  return device.thisDevice ? `${status}, this device` : status;
}
