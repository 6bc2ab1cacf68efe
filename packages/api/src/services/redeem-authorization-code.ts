import { DEFAULT_DEVICE_NAME } from "../domain/policy";
import { isVerifier } from "../domain/pkce";
import { readScopes } from "../domain/scopes";
import type { AuthorizationCode } from "../store/index";
import type { Deps, Sender } from "./deps";
import { identifyClient, requireGrantType, type ClientCredentials } from "./identify-client";
import { issueKey, type IssuedKey } from "./issue-key";
import { note } from "./note";
import { spendUnknownToken } from "./spend";

export interface RedeemCodeInput {
  client: ClientCredentials;
  code: string;
  redirectUri?: string;
  codeVerifier?: string;
}

/** `refused` says why, for the log of whoever writes the client: its holder learns nothing that opens anything. */
export type RedeemCodeAnswer = { kind: "key"; issued: IssuedKey } | { kind: "refused"; why: string };

/**
 * Turns an authorization code into a key (RFC 6749 §4.1.3, RFC 7636 §4.6). Of calls that race, one gets it. A code
 * that comes a second time was seen by somebody else: what it gave is revoked (RFC 6749 §4.1.2).
 * @throws ProductError `unknown-client` and `client-not-allowed`.
 */
export async function redeemAuthorizationCode(
  deps: Deps,
  sender: Sender,
  input: RedeemCodeInput,
): Promise<RedeemCodeAnswer> {
  const client = await identifyClient(deps, sender, input.client, { secret: "required" });
  requireGrantType(client, "authorization_code");
  const now = deps.now();
  const codeHash = deps.secrets.hashToken(input.code);
  const code = await deps.store.findAuthorizationCode(codeHash);
  if (!code) {
    await spendUnknownToken(deps, sender);
    return refused("This authorization code is not known here.");
  }
  if (code.status === "redeemed") return replayed(deps, sender, code, now);
  if (code.clientId !== client.id) return refused("This authorization code was issued to another client.");
  if (code.expiresAt <= now) return refused("This authorization code has expired. Start again.");
  if (code.redirectUri !== input.redirectUri) {
    return refused("redirect_uri is not the one that the authorization request named.");
  }
  if (
    !isVerifier(input.codeVerifier) ||
    deps.secrets.challengeOf(input.codeVerifier) !== code.codeChallenge
  ) {
    return refused("code_verifier does not match the code_challenge of the authorization request.");
  }
  const order = {
    name: code.deviceName ?? DEFAULT_DEVICE_NAME.authorizationCode,
    clientId: code.clientId,
    scopes: readScopes(code.scope),
    ttlSeconds: code.keyTtlSeconds,
    dialect: "oauth" as const,
    nonce: code.nonce,
  };
  const added = note(deps, sender, "device-added", now);
  const issued = await issueKey(deps, order, now, (key) =>
    deps.store.redeemAuthorizationCode(code.id, key, now, added),
  );
  if (issued) return { kind: "key", issued };
  const current = await deps.store.findAuthorizationCode(codeHash);
  return current?.status === "redeemed"
    ? replayed(deps, sender, current, now)
    : refused("This account is no longer there.");
}

async function replayed(
  deps: Deps,
  sender: Sender,
  code: AuthorizationCode,
  now: Date,
): Promise<RedeemCodeAnswer> {
  const revoked = note(deps, sender, "device-revoked", now, "its authorization code was used twice");
  await deps.store.revokeKeyOfCode(code.id, now, revoked);
  deps.events.announce({ kind: "person", personId: code.userId });
  return refused("This authorization code was used before. What it gave is revoked.");
}

const refused = (why: string): RedeemCodeAnswer => ({ kind: "refused", why });
