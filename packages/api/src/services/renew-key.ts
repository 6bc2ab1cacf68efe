import { refreshStanding } from "../domain/refresh-token";
import { after } from "../domain/policy";
import { readScopes, grantableScopes } from "../domain/scopes";
import { ProductError } from "../domain/errors";
import type { RefreshToken, Renewal } from "../store/index";
import type { Deps, Sender } from "./deps";
import { prepareIdToken } from "./id-token";
import { identifyClient, requireGrantType, type ClientCredentials } from "./identify-client";
import type { IssuedKey } from "./issue-key";
import { note } from "./note";
import { spendUnknownToken } from "./spend";

export type RenewAnswer = { kind: "key"; issued: IssuedKey } | { kind: "refused"; why: string };

/**
 * Renews a key by its refresh token (RFC 6749 §6), which is used up by that. For a minute it answers with the same
 * successor again, since processes of one command line share it and renew at once; after that, using it again
 * means that two parties hold it, and the whole family ends (RFC 9700 §4.14.2).
 * @throws ProductError `unknown-client`, `client-not-allowed`, and `scope-not-allowed` for more than was granted.
 */
export async function renewKey(
  deps: Deps,
  sender: Sender,
  input: { client: ClientCredentials; refreshToken: string; scope?: string },
): Promise<RenewAnswer> {
  const client = await identifyClient(deps, sender, input.client, { secret: "required" });
  requireGrantType(client, "refresh_token");
  const now = deps.now();
  const tokenHash = deps.secrets.hashToken(input.refreshToken);
  const token = await deps.store.findRefreshToken(tokenHash);
  if (!token) await spendUnknownToken(deps, sender);
  // Another client's token reads like none: nothing of its family is touched.
  if (!token || token.key.clientId !== client.id) return refused("This refresh token is not known here.");
  requireWithin(token, input.scope);
  if (token.key.status === "revoked") return refused("This device was revoked. Sign in again.");
  if (!token.key.renewableUntil || token.key.renewableUntil <= now) {
    return refused("This device's time is over. Sign in again.");
  }
  const signIdToken = await prepareIdToken(deps, readScopes(token.key.scope));
  const next = deps.secrets.renewalOf(input.refreshToken);
  const renewal = {
    refreshTokenId: deps.secrets.newId(),
    tokenHash: next.tokenHash,
    keyHash: next.keyHash,
    visibleStart: next.visibleStart,
    expiresAt: endOf(deps, now, token.key.renewableUntil),
  };
  let renewedAt = now;
  if (token.status === "rotated" || !(await rotate(deps, token, renewal, now))) {
    const current = await deps.store.findRefreshToken(tokenHash);
    if (!current || current.key.status === "revoked")
      return refused("This device was revoked. Sign in again.");
    const standing = refreshStanding(current, now);
    if (standing === "reused") return endFamily(deps, sender, current, now);
    if (standing === "current" || !current.rotatedAt)
      return refused("This refresh token could not be used. Try again.");
    renewedAt = current.rotatedAt;
  }
  const { person, key } = token;
  const expiresAt = endOf(deps, renewedAt, token.key.renewableUntil);
  const issued: IssuedKey = {
    apiKey: next.apiKey,
    person,
    scopes: readScopes(key.scope),
    expiresAt,
    expiresInSeconds: Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / 1000)),
    device: { id: key.id, name: key.name },
    refreshToken: next.refreshToken,
    idToken: (await signIdToken?.({ person, clientId: client.id, apiKey: next.apiKey })) ?? null,
  };
  return { kind: "key", issued };
}

/** True for the one call that did it. The key before the last one opens nothing from then on. */
async function rotate({ store, events }: Deps, { id, key }: RefreshToken, next: Renewal, now: Date) {
  const rotated = await store.rotateRefreshToken(id, next, now);
  events.announce({ kind: "person", personId: key.userId });
  return rotated;
}

async function endFamily(deps: Deps, sender: Sender, { key }: RefreshToken, now: Date): Promise<RenewAnswer> {
  const reused = note(deps, sender, "device-revoked", now, "a refresh token was used twice");
  await deps.store.revokeKey(key.id, key.userId, now, reused);
  return refused("This refresh token was used before. The device is revoked: sign in again.");
}

/** An hour from `renewedAt`, and not beyond the time that the person gave the device. */
function endOf({ policy }: Deps, renewedAt: Date, renewableUntil: Date): Date {
  const end = after(renewedAt, policy.renewableKeyTtlSeconds);
  return end < renewableUntil ? end : renewableUntil;
}

/** A renewal may name scopes, but none that the person did not allow (RFC 6749 §6). It gets all that they did. */
function requireWithin({ key }: RefreshToken, asked: string | undefined): void {
  const granted = readScopes(key.scope);
  const names = (asked ?? "").split(" ").filter(Boolean);
  if (names.length > 0 && grantableScopes(asked, granted)?.length !== new Set(names).size) {
    throw new ProductError(
      "scope-not-allowed",
      `Only what was granted can be renewed: ${granted.join(" ")}.`,
    );
  }
}

const refused = (why: string): RenewAnswer => ({ kind: "refused", why });
