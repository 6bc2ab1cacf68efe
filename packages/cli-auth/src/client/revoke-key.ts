import { paths } from "../protocol/paths";
import { call, type Connection } from "./call";

/**
 * Revokes the key that is sent. From then on the server refuses it everywhere.
 * @throws {RefusedError} status 401: the server does not take that key (any more).
 * @throws {BadResponseError | MisuseError}
 */
export async function revokeKey(options: Connection & { apiKey: string }): Promise<void> {
  const reply = await call(options, { method: "POST", path: paths.logout, apiKey: options.apiKey });
  if (!reply.ok) throw reply.refusal;
}
