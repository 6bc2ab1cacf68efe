import { createBoundedMap } from "./bounded-map";
import type { IntrospectAnswer } from "./introspect-key";

export interface KeptAnswer {
  answer: IntrospectAnswer;
  /** When it was asked for. An answer is as old as its question: what happened in between may not be in it. */
  askedAtMs: number;
  /** Counts the questions, so that of two answers the one to the later question stays. */
  question: number;
}

/**
 * Answers by the hash of their key. Good and bad ones are bounded apart, `max` of each: a flood of wrong keys
 * pushes out wrong keys alone.
 */
export function createAnswerCache(max: number) {
  const rooms = { valid: createBoundedMap<KeptAnswer>(max), invalid: createBoundedMap<KeptAnswer>(max) };
  const find = (hash: string) => rooms.valid.get(hash) ?? rooms.invalid.get(hash);

  return {
    find,
    /** Keeps it, unless the answer to a later question is already there: a slow one must not undo a revocation. */
    keep(hash: string, kept: KeptAnswer): void {
      const before = find(hash);
      if (before && before.question > kept.question) return;
      const { kind } = kept.answer;
      rooms[kind === "valid" ? "invalid" : "valid"].delete(hash);
      rooms[kind].set(hash, kept);
    },
  };
}
