import { revokeDevice as revoke } from "@alprina/cli-auth/client";

import { type Context, requireKey } from "../context";

/** Revokes a device; when it is this one, its key is forgotten here too. */
export async function revokeDevice(context: Context, deviceId: string): Promise<void> {
  const { terminal, settings, server, signal } = context;
  const active = await requireKey(context);
  await revoke({ server, signal, apiKey: active.apiKey, deviceId });
  if (active.deviceId !== deviceId) return terminal.success("Revoked. Its key is refused from now on.");
  await settings.credentials.delete(server);
  terminal.success(`Revoked. That was this device: you are signed out of ${server}.`);
}
