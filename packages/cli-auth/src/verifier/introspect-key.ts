import { expectBody } from "../client/reply";
import { type ClientCredentials, type Connection, send } from "../client/send";
import type { Transport } from "../client/transport";
import { oauthPaths } from "../protocol/paths";
import { type ActiveKey, introspectionResponse } from "./introspection-shape";
import type { VerifiedKey } from "./verified-key";

/** `invalid` is everything that opens nothing: revoked, expired, never issued. The server gives no reason. */
export type IntrospectAnswer = { kind: "valid"; key: VerifiedKey } | { kind: "invalid" };

/**
 * Asks the server what stands behind a key (RFC 7662 §2), as the API that `clientId` and `clientSecret` name.
 * By `globalThis.fetch`, unless it is given another.
 * @throws {RefusedError} `invalid_client`: it is our own id or secret that is wrong; or 429, 503.
 * @throws {BadResponseError | MisuseError}
 */
export async function introspectKey(
  options: Connection & ClientCredentials & { apiKey: string },
): Promise<IntrospectAnswer> {
  const { apiKey, clientId, clientSecret, fetch = keepingConnections } = options;
  const client = { clientId, clientSecret };
  const form = { token: apiKey };
  const reply = await send(
    { ...options, fetch },
    { method: "POST", path: oauthPaths.introspect, form, client },
  );
  const found = expectBody(reply, introspectionResponse);
  return found.active ? { kind: "valid", key: toVerifiedKey(found) } : { kind: "invalid" };
}

/** It keeps connections open, which a service wants that asks all day. */
const keepingConnections: Transport = (url, init) => globalThis.fetch(url, init);

function toVerifiedKey(wire: ActiveKey): VerifiedKey {
  return Object.freeze({
    personId: wire.sub,
    email: wire.username ?? null,
    scopes: Object.freeze(wire.scope.split(" ").filter(Boolean)),
    deviceId: wire.jti,
    clientId: wire.client_id,
    issuedAt: toInstant(wire.iat),
    expiresAt: toInstant(wire.exp),
  });
}

function toInstant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
