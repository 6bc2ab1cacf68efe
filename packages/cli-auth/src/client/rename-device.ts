import { paths } from "../protocol/paths";
import { call, type Connection } from "./call";
import { type Device, toDevice } from "./device";
import { MisuseError } from "./errors";
import { expectBody } from "./reply";
import { deviceItem } from "./wire-shapes";

/**
 * Gives a device another name.
 * @throws {RefusedError} status 404: no such device, or somebody else's; 401.
 * @throws {BadResponseError | MisuseError}
 */
export async function renameDevice(
  options: Connection & { apiKey: string; deviceId: string; name: string },
): Promise<Device> {
  const name = options.name.trim();
  if (name === "") throw new MisuseError("The new name is empty.");
  const reply = await call(options, {
    method: "PATCH",
    path: `${paths.devices}/${encodeURIComponent(options.deviceId)}`,
    body: { name },
    apiKey: options.apiKey,
  });
  return toDevice(expectBody(reply, deviceItem));
}
