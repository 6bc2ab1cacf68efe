import { host } from "#host";

import { type Connection, type Reply, type Request, send } from "./send";

export type { ClientCredentials, Connection, Reply, Request } from "./send";

/** `send`, in the way of what this runs in where the caller brought no `fetch`. */
export function call(connection: Connection, request: Request): Promise<Reply> {
  return send({ ...connection, fetch: connection.fetch ?? host.transport }, request);
}
