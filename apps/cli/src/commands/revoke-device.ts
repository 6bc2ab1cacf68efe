import { revokeDevice as revoke } from "@alprina/cli-auth/client";

import { type Context, requireKey } from "../context";

/** Revokes a device; when it is this one, its key is forgotten here too. */
export async function revokeDevice(context: Context, deviceId: string): Promise<void> {
  const { terminal, output, settings, server, profile, signal } = context;
  const active = await requireKey(context);
  await revoke({ server, signal, apiKey: active.apiKey, deviceId });
  const thisDevice = active.credential?.device.id === deviceId;
  if (thisDevice) await settings.credentials.delete(server, profile);
  output.result({ deviceId, thisDevice }, () =>
    terminal.success(
      thisDevice
        ? `Revoked. That was this device: you are signed out of ${server}.`
        : "Revoked. Its key is refused from now on.",
    ),
  );
}
