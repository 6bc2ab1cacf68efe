import { isApiKey, isSomeApiKey } from "@alprina/api/domain/api-key";
import { orAborted } from "../client/abort";
import { createAnswerCache } from "./answer-cache";
import { introspectKey, type IntrospectAnswer } from "./introspect-key";
import { hashKey } from "./key-hash";
import { readOptions, type KeyVerifierOptions } from "./options";
import type { VerifiedKey } from "./verified-key";

export type KeyAnswer =
  | IntrospectAnswer
  /** A good key, to which not all that was asked for has been granted. */
  | { kind: "insufficient-scope"; key: VerifiedKey; missingScopes: string[] };

export interface VerifyKeyOptions {
  /** All of these must have been granted to the key; none by default. */
  scopes?: readonly string[];
  /** Aborts the wait. The question goes on for whoever else waits for it. */
  signal?: AbortSignal;
}

export interface KeyVerifier {
  /**
   * Whose key this is, and whether it opens what `scopes` says. What cannot be a key is `invalid` without a call,
   * and so is one past its time; many who ask for one key at once are one call.
   * @throws {RefusedError | BadResponseError} the server could not be asked. Let nobody in then.
   * @throws the signal's reason, as soon as it aborts.
   */
  verifyKey: (apiKey: string, options?: VerifyKeyOptions) => Promise<KeyAnswer>;
}

const MAX_KEY_LENGTH = 512;

/**
 * A verifier of the API keys that people call your service with. It asks the server (RFC 7662) and keeps the answer
 * for `cacheSeconds`; that is how long a revoked key can still be let in by this process.
 * @throws {MisuseError} an option that cannot be right.
 */
export function createKeyVerifier(options: KeyVerifierOptions): KeyVerifier {
  const { connection, keyPrefix, maxKeys, freshMs, staleMs, clock } = readOptions(options);
  const cache = createAnswerCache(maxKeys);
  const underWay = new Map<string, { askedAtMs: number; answer: Promise<IntrospectAnswer> }>();
  let questions = 0;

  /** Whether something asked for at `askedAtMs` is still good. A clock that was set back ends it, too. */
  const isWithin = (milliseconds: number, askedAtMs: number, now: number) =>
    now >= askedAtMs && now - askedAtMs < milliseconds;

  function canBeKey(text: string): boolean {
    if (text.length > MAX_KEY_LENGTH) return false;
    return keyPrefix === undefined ? isSomeApiKey(text) : isApiKey(text, keyPrefix);
  }

  function ask(hash: string, apiKey: string, now: number): Promise<IntrospectAnswer> {
    const asked = underWay.get(hash);
    // One that hangs for longer would bring an answer that is too old before it is there.
    if (asked && (asked.askedAtMs === now || isWithin(freshMs, asked.askedAtMs, now))) return asked.answer;
    const question = { askedAtMs: now, answer: introspect(++questions) };
    underWay.set(hash, question);
    return question.answer;

    async function introspect(number: number): Promise<IntrospectAnswer> {
      try {
        const answer = await introspectKey({ ...connection, apiKey });
        cache.keep(hash, { answer, askedAtMs: now, question: number });
        return answer;
      } finally {
        if (underWay.get(hash) === question) underWay.delete(hash);
      }
    }
  }

  async function find(hash: string, apiKey: string, now: number): Promise<IntrospectAnswer> {
    const kept = cache.find(hash);
    if (kept && isWithin(freshMs, kept.askedAtMs, now)) return kept.answer;
    if (kept?.answer.kind === "valid" && isWithin(freshMs + staleMs, kept.askedAtMs, now)) {
      // Nobody waits for it. If it fails, whoever comes after the stale time asks again, and hears why.
      ask(hash, apiKey, now).catch(() => undefined);
      return kept.answer;
    }
    return ask(hash, apiKey, now);
  }

  return {
    async verifyKey(apiKey, { scopes = [], signal } = {}) {
      if (!canBeKey(apiKey)) return { kind: "invalid" };
      const hash = await hashKey(apiKey);
      const answer = await orAborted(find(hash, apiKey, clock()), signal);
      if (answer.kind === "invalid") return answer;
      const { key } = answer;
      // At each use, and not when the answer came: a key ends while its answer is kept.
      if (Date.parse(key.expiresAt) <= clock()) return { kind: "invalid" };
      const missingScopes = scopes.filter((scope) => !key.scopes.includes(scope));
      return missingScopes.length === 0 ? answer : { kind: "insufficient-scope", key, missingScopes };
    },
  };
}
