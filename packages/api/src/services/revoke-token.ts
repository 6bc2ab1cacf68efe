import type { Deps, Sender } from "./deps";
import { identifyClient, type ClientCredentials } from "./identify-client";
import { note } from "./note";

export type RevokeTokenAnswer =
  | { kind: "done" }
  /** The token is another client's: it stays as it is (RFC 7009 §2.1). */
  | { kind: "not-yours" };

/**
 * Revokes the device behind a key or a refresh token, whichever it is: they end together (RFC 7009 §2). A token
 * that is not known, or is over already, is as good as revoked.
 * @throws ProductError `unknown-client`.
 */
export async function revokeToken(
  deps: Deps,
  sender: Sender,
  input: { client: ClientCredentials; token: string },
): Promise<RevokeTokenAnswer> {
  const client = await identifyClient(deps, sender, input.client, { secret: "required" });
  const hash = deps.secrets.hashToken(input.token);
  const found = deps.secrets.looksLikeApiKey(input.token)
    ? await deps.keys.find(hash)
    : await deps.store.findRefreshToken(hash);
  if (!found) return { kind: "done" };
  if (found.key.clientId !== client.id) return { kind: "not-yours" };
  const now = deps.now();
  const revoked = note(deps, sender, "device-revoked", now);
  await deps.store.revokeKey(found.key.id, found.person.id, now, revoked);
  return { kind: "done" };
}
