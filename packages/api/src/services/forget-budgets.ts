import { after } from "../domain/policy";
import { budgets } from "../limits/budgets";
import type { Deps } from "./deps";
import { inBatches } from "./in-batches";

const BATCH = 1_000;
/** Instances' clocks differ: what is over for one may not be for another. */
const SLACK_SECONDS = 300;
const LONGEST_SECONDS = Math.max(...Object.values(budgets).map(({ seconds }) => seconds));

export interface ForgottenBudgets {
  budgets: number;
  /** False while another instance is at it, or when we were told to stop: there may be more. */
  isDone: boolean;
}

/**
 * Removes the budgets whose time is over, in batches small enough that nobody waits for one. Of instances that do
 * this at once, one works at a time. In Redis they go by themselves. A budget that ends later than any can goes too:
 * the clock was set back since it began, and whoever has none of it left would wait for as long as that.
 */
export async function forgetBudgets(
  { store, now }: Pick<Deps, "store" | "now">,
  { batch = BATCH }: { batch?: number } = {},
  signal?: AbortSignal,
): Promise<ForgottenBudgets> {
  const at = now();
  const [before, beyond] = [after(at, -SLACK_SECONDS), after(at, LONGEST_SECONDS + SLACK_SECONDS)];
  const remove = (limit: number) => store.forgetBudgets(before, beyond, limit);
  const { removed, isDone } = await inBatches(remove, batch, signal);
  return { budgets: removed, isDone };
}
