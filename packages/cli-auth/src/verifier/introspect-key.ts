import { call, type ClientCredentials, type Connection } from "../client/call";
import { expectBody } from "../client/reply";
import { introspectionResponse, oauthPaths } from "../protocol";
import { toVerifiedKey, type VerifiedKey } from "./verified-key";

/** `invalid` is everything that opens nothing: revoked, expired, never issued. The server gives no reason. */
export type IntrospectAnswer = { kind: "valid"; key: VerifiedKey } | { kind: "invalid" };

/**
 * Asks the server what stands behind a key (RFC 7662 §2), as the API that `clientId` and `clientSecret` name.
 * @throws {RefusedError} `invalid_client`: it is our own id or secret that is wrong; or 429, 503.
 * @throws {BadResponseError | MisuseError}
 */
export async function introspectKey(
  options: Connection & ClientCredentials & { apiKey: string },
): Promise<IntrospectAnswer> {
  const { apiKey, clientId, clientSecret } = options;
  const client = { clientId, clientSecret };
  const form = { token: apiKey };
  const reply = await call(options, { method: "POST", path: oauthPaths.introspect, form, client });
  const found = expectBody(reply, introspectionResponse);
  return found.active ? { kind: "valid", key: toVerifiedKey(found) } : { kind: "invalid" };
}
