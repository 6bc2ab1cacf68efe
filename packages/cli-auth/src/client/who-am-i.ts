import { paths } from "../protocol/paths";
import { call, type Connection } from "./call";
import { type Person, toPerson } from "./credential";
import { expectBody } from "./reply";
import { meResponse } from "./wire-shapes";

/** A key that the server takes: whose it is, and which device it belongs to. Instants are RFC 3339 in UTC. */
export interface Identity {
  user: Person & { createdAt: string };
  device: { id: string; name: string; createdAt: string; expiresAt: string };
}

/**
 * Asks the server whose key this is.
 * @throws {RefusedError} status 401: the key is revoked, expired or unknown; message and `hint` say which.
 * @throws {BadResponseError | MisuseError}
 */
export async function whoAmI(options: Connection & { apiKey: string }): Promise<Identity> {
  const reply = await call(options, { method: "GET", path: paths.me, apiKey: options.apiKey });
  const { user, device } = expectBody(reply, meResponse);
  return {
    user: { ...toPerson(user), createdAt: user.created_at },
    device: { id: device.id, name: device.name, createdAt: device.created_at, expiresAt: device.expires_at },
  };
}
