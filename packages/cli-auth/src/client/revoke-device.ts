import { paths } from "../protocol/paths";
import { call, type Connection } from "./call";

/**
 * Revokes a device: its key is refused from then on, for good.
 * @throws {RefusedError} status 404: no such device, or somebody else's; 401.
 * @throws {BadResponseError | MisuseError}
 */
export async function revokeDevice(
  options: Connection & { apiKey: string; deviceId: string },
): Promise<void> {
  const reply = await call(options, {
    method: "DELETE",
    path: `${paths.devices}/${encodeURIComponent(options.deviceId)}`,
    apiKey: options.apiKey,
  });
  if (!reply.ok) throw reply.refusal;
}
