import { after } from "../domain/policy";
import type { Deps } from "./deps";
import { inBatches } from "./in-batches";

const BATCH = 1_000;
/** Longer than any window in which sign-ins are counted. */
const COUNTS_KEPT_SECONDS = 24 * 60 * 60;
/** What is over for one instance may not be for another. */
const CLOCKS_DIFFER_SECONDS = 300;

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
  const { removed, isDone } = await inBatches((limit) => store.forgetActivity(before, limit), batch, signal);
  return { events: removed, isDone };
}

/**
 * Removes what has run out and is looked at by nobody: blocks of addresses, and counts of sign-ins. A count from a time
 * that is yet to come goes too: the clock was set back since, and it would shut its address out until then.
 */
export async function forgetSpent({ store, now }: Pick<Deps, "store" | "now">): Promise<void> {
  const at = now();
  await store.forgetSourceBlocks(at);
  await store.forgetSignInCounts(after(at, -COUNTS_KEPT_SECONDS), after(at, CLOCKS_DIFFER_SECONDS));
}
