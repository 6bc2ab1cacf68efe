import { after } from "../domain/policy";
import { writeScopes, type Scope } from "../domain/scopes";
import type { NewApiKey, Person } from "../store/index";
import type { Deps } from "./deps";
import { prepareIdToken } from "./id-token";

/** A key in the moment when it is handed out: the only time that anybody sees it. */
export interface IssuedKey {
  apiKey: string;
  person: Person;
  scopes: Scope[];
  expiresAt: Date;
  expiresInSeconds: number;
  device: { id: string; name: string };
  /** With `offline_access`, to a client that may renew. */
  refreshToken: string | null;
  /** With `openid`, to a client that speaks OAuth. */
  idToken: string | null;
}

export interface KeyOrder {
  name: string;
  clientId: string;
  scopes: Scope[];
  /** How long it may live, as the person chose; null for the operator's longest. */
  ttlSeconds: number | null;
  /** What `/v1` cannot carry is not made for it: no refresh token, no ID token. */
  dialect: "v1" | "oauth";
  nonce?: string | null;
}

/**
 * Mints a key and everything that comes with it, then hands it to `store`, the one conditional write that makes
 * it worth something. Null when that write did not happen: somebody else was first.
 */
export async function issueKey(
  deps: Deps,
  order: KeyOrder,
  now: Date,
  store: (key: NewApiKey) => Promise<Person | null>,
): Promise<IssuedKey | null> {
  const { policy, secrets } = deps;
  const scopes =
    order.dialect === "v1" ? order.scopes.filter((scope) => scope !== "offline_access") : order.scopes;
  const signIdToken = order.dialect === "v1" ? null : await prepareIdToken(deps, scopes);
  const refresh = scopes.includes("offline_access") ? secrets.mintRefreshToken() : null;
  const { apiKey, keyHash, visibleStart } = secrets.mintApiKey();
  const ttlSeconds = Math.min(order.ttlSeconds ?? policy.apiKeyTtlSeconds, policy.apiKeyTtlSeconds);
  const expiresInSeconds = refresh ? Math.min(policy.renewableKeyTtlSeconds, ttlSeconds) : ttlSeconds;
  const newKey: NewApiKey = {
    id: secrets.newId(),
    keyHash,
    visibleStart,
    name: order.name,
    scope: writeScopes(scopes),
    expiresAt: after(now, expiresInSeconds),
    renewal: refresh && {
      until: after(now, ttlSeconds),
      refreshTokenId: secrets.newId(),
      tokenHash: refresh.tokenHash,
    },
    isTold: policy.tellsOfNewDevices,
  };
  const person = await store(newKey);
  if (!person) return null;
  return {
    apiKey,
    person,
    scopes,
    expiresAt: newKey.expiresAt,
    expiresInSeconds,
    device: { id: newKey.id, name: newKey.name },
    refreshToken: refresh?.refreshToken ?? null,
    idToken: (await signIdToken?.({ person, clientId: order.clientId, apiKey, nonce: order.nonce })) ?? null,
  };
}
