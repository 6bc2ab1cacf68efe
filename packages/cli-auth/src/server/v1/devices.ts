import type { Device } from "@alprina/api";
import { z } from "zod";
import { renameDeviceRequest, type DeviceItem } from "../../protocol/index";
import { readFields } from "../body";
import type { RestOptions } from "../options";
import { WireError } from "../wire-error";

function toItem(device: Device): DeviceItem {
  return {
    id: device.id,
    name: device.name,
    created_at: device.createdAt.toISOString(),
    last_used: device.lastUsedAt?.toISOString() ?? null,
    // Two words are all that the field knows; a key that ran out is not active.
    status: device.expired ? "revoked" : device.status,
    expired: device.expired,
    expires_at: device.expiresAt.toISOString(),
    revoked_at: device.revokedAt?.toISOString() ?? null,
    key_start: device.keyStart,
    client: device.clientId,
    client_version: device.clientVersion,
    os: device.deviceOs,
    ip_address: device.ipAddress,
  };
}

/** `GET /v1/auth/devices`: the newest first. */
export async function getDevices(request: Request, { createCaller }: RestOptions): Promise<Response> {
  const devices = await createCaller(request).devices.list();
  return Response.json(devices.map(toItem));
}

/** `PATCH /v1/auth/devices/{id}`: another name. */
export async function patchDevice(
  request: Request,
  id: string,
  { createCaller }: RestOptions,
): Promise<Response> {
  const caller = createCaller(request);
  await caller.devices.owner();
  const { name } = await readFields(request, renameDeviceRequest);
  return Response.json(toItem(await caller.devices.rename({ id: requireDeviceId(id), name })));
}

/** `DELETE /v1/auth/devices/{id}`: its key opens nothing from here on. */
export async function deleteDevice(
  request: Request,
  id: string,
  { createCaller }: RestOptions,
): Promise<Response> {
  const caller = createCaller(request);
  await caller.devices.owner();
  await caller.devices.revoke({ id: requireDeviceId(id) });
  return new Response(null, { status: 204 });
}

/** What cannot be an id is nobody's device. */
function requireDeviceId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw new WireError(404, "not_found", "Device not found");
  return id;
}
