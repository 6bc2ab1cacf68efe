import { paths } from "../protocol/paths";
import { call, type Connection } from "./call";
import { type Device, toDevice } from "./device";
import { expectBody } from "./reply";
import { deviceItems } from "./wire-shapes";

/**
 * All devices of the person whose key this is, newest first, revoked ones too.
 * @throws {RefusedError} status 401: the server does not take that key.
 * @throws {BadResponseError | MisuseError}
 */
export async function listDevices(options: Connection & { apiKey: string }): Promise<Device[]> {
  const reply = await call(options, { method: "GET", path: paths.devices, apiKey: options.apiKey });
  return expectBody(reply, deviceItems).map(toDevice);
}
