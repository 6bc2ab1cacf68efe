import { after } from "../domain/policy";
import type { Deps } from "./deps";

const BATCH = 1_000;
/** Instances' clocks differ: what is over for one may not be for another. */
const SLACK_SECONDS = 300;

export interface ForgottenBudgets {
  budgets: number;
  /** False while another instance is at it, or when we were told to stop: there may be more. */
  isDone: boolean;
}

/**
 * Removes the budgets whose time is over, in batches small enough that nobody waits for one. Of instances that do
 * this at once, one works at a time. In Redis they go by themselves.
 */
export async function forgetBudgets(
  { store, now }: Pick<Deps, "store" | "now">,
  { batch = BATCH }: { batch?: number } = {},
  signal?: AbortSignal,
): Promise<ForgottenBudgets> {
  const before = after(now(), -SLACK_SECONDS);
  for (let budgets = 0; ;) {
    if (signal?.aborted) return { budgets, isDone: false };
    const removed = await store.forgetBudgets(before, batch);
    budgets += removed ?? 0;
    if (removed === null || removed < batch) return { budgets, isDone: removed !== null };
  }
}
