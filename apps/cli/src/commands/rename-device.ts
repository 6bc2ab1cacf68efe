import { renameDevice as rename } from "@alprina/cli-auth/client";

import { type Context, requireKey } from "../context";

/** Gives a device another name. */
export async function renameDevice(context: Context, deviceId: string, name: string): Promise<void> {
  const { terminal, output, server, signal } = context;
  const { apiKey } = await requireKey(context);
  const device = await rename({ server, signal, apiKey, deviceId, name });
  output.result({ device }, () => terminal.success(`Renamed to ${device.name}.`));
}
