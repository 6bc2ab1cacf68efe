import { apiKeyStanding } from "../domain/api-key";
import { after } from "../domain/policy";
import { readScopes, type Scope } from "../domain/scopes";
import type { ApiKey, Person } from "../store/index";
import type { Deps } from "./deps";

export type VerifyAnswer =
  | { kind: "valid"; key: ApiKey; person: Person; scopes: Scope[] }
  /** `isLocked` says that its person is locked by now: signing in again will not help. */
  | { kind: "revoked"; at: Date | null; isLocked?: true }
  | { kind: "expired"; at: Date }
  /** Not a key of ours, by its checksum or by not being in the table. */
  | { kind: "unknown" };

const NOTE_USE_EVERY_SECONDS = 60;

/** Whose key this is, and whether it still opens anything. */
export async function verifyKey(deps: Deps, input: { apiKey: string }): Promise<VerifyAnswer> {
  if (!deps.secrets.looksLikeApiKey(input.apiKey)) return { kind: "unknown" };
  const found = await deps.store.findKey(deps.secrets.hashApiKey(input.apiKey));
  if (!found) return { kind: "unknown" };
  const { key, person } = found;
  const now = deps.now();
  switch (apiKeyStanding(key, now)) {
    case "revoked":
      return { kind: "revoked", at: key.revokedAt, ...(person.lockedAt && { isLocked: true }) };
    case "expired":
      return { kind: "expired", at: key.expiresAt };
    case "active": {
      const notedAfter = after(now, -NOTE_USE_EVERY_SECONDS);
      if (!key.lastUsedAt || key.lastUsedAt < notedAfter) await deps.store.touchKey(key.id, now, notedAfter);
      return { kind: "valid", key, person, scopes: readScopes(key.scope) };
    }
  }
}
