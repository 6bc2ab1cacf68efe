import { apiKeyStanding } from "../domain/api-key";
import { readScopes, type Scope } from "../domain/scopes";
import type { ApiKey, FoundKey, Person } from "../store/index";
import type { Deps } from "./deps";

export type VerifyAnswer =
  | { kind: "valid"; key: ApiKey; person: Person; scopes: Scope[] }
  /** `isLocked` says that its person is locked by now: signing in again will not help. */
  | { kind: "revoked"; at: Date | null; isLocked?: true }
  | { kind: "expired"; at: Date }
  /** Not a key of ours, by its checksum or by not being in the table. */
  | { kind: "unknown" };

/**
 * Whose key this is, and whether it still opens anything. It may come from memory (store/key-directory), but the
 * clock is looked at every time.
 */
export async function verifyKey(deps: Deps, input: { apiKey: string }): Promise<VerifyAnswer> {
  if (!deps.secrets.looksLikeApiKey(input.apiKey)) return { kind: "unknown" };
  const found = await deps.keys.find(deps.secrets.hashApiKey(input.apiKey));
  return found ? judge(deps, found) : { kind: "unknown" };
}

/** The same answer where it costs no query; undefined where `verifyKey` must be asked. */
export function verifyKeyFromMemory(deps: Deps, input: { apiKey: string }): VerifyAnswer | undefined {
  const found = deps.keys.peek(deps.secrets.memoryKeyOf(input.apiKey));
  return found && judge(deps, found);
}

// The same answer again for the same key in memory, so that whoever writes it down need do so once.
const valid = new WeakMap<FoundKey, VerifyAnswer>();

function judge(deps: Deps, found: FoundKey): VerifyAnswer {
  const { key, person } = found;
  const now = deps.now();
  switch (apiKeyStanding(key, now)) {
    case "revoked":
      return { kind: "revoked", at: key.revokedAt, ...(person.lockedAt && { isLocked: true }) };
    case "expired":
      return { kind: "expired", at: key.expiresAt };
    case "active":
      deps.uses.note(key.id, now, key.lastUsedAt);
      return validAnswer(found);
  }
}

function validAnswer(found: FoundKey): VerifyAnswer {
  const known = valid.get(found);
  if (known) return known;
  const { key, person } = found;
  const answer: VerifyAnswer = { kind: "valid", key, person, scopes: readScopes(key.scope) };
  valid.set(found, answer);
  return answer;
}
