import { after } from "../domain/policy";
import type { Deps } from "./deps";

const BATCH = 1_000;
/** Longer than any window in which sign-ins are counted. */
const COUNTS_KEPT_SECONDS = 24 * 60 * 60;

export interface Forgotten {
  events: number;
  /** False while another instance is at it, or when we were told to stop: there may be more. */
  isDone: boolean;
}

/**
 * Removes the events that are older than `keepSeconds`, in batches small enough that nobody waits for one. Of
 * instances that do this at once, one works at a time, and the other leaves it to that one.
 */
export async function forgetActivity(
  { store, now }: Pick<Deps, "store" | "now">,
  { keepSeconds, batch = BATCH }: { keepSeconds: number; batch?: number },
  signal?: AbortSignal,
): Promise<Forgotten> {
  const before = after(now(), -keepSeconds);
  for (let events = 0; ;) {
    if (signal?.aborted) return { events, isDone: false };
    const removed = await store.forgetActivity(before, batch);
    events += removed ?? 0;
    if (removed === null || removed < batch) return { events, isDone: removed !== null };
  }
}

/** Removes what has run out and is looked at by nobody: blocks of addresses, and counts of sign-ins. */
export async function forgetSpent({ store, now }: Pick<Deps, "store" | "now">): Promise<void> {
  await store.forgetSourceBlocks(now());
  await store.forgetSignInCounts(after(now(), -COUNTS_KEPT_SECONDS));
}
