import { KEPT_SECONDS, endedDeviceKeptSeconds } from "../domain/keeping";
import { after } from "../domain/policy";
import type { DeadPile } from "../store/index";
import type { Deps } from "./deps";
import { inBatches } from "./in-batches";

/** Small: a removed row is looked up in every index of its table, and none of them may be in memory. */
const BATCH = 500;

export interface ForgottenRows {
  /** How many of each; what had none is not named. */
  removed: Partial<Record<DeadPile, number>>;
  /** False while another instance is at it, or when we were told to stop: there may be more. */
  isDone: boolean;
}

/**
 * Removes logins, codes, tokens, sessions and devices that are over for as long as they are kept (domain/keeping), in
 * batches small enough that nobody waits for one. Of instances that do this at once, one works at a time.
 * @param activityDays for how long events are kept, and the devices that they tell of.
 */
export async function forgetDeadRows(
  { store, now }: Pick<Deps, "store" | "now">,
  { activityDays, batch = BATCH }: { activityDays: number; batch?: number },
  signal?: AbortSignal,
): Promise<ForgottenRows> {
  const devices = endedDeviceKeptSeconds(activityDays);
  const kept = {
    // A dashboard code leads to its grant.
    "dashboard-codes": KEPT_SECONDS.codes,
    "device-grants": KEPT_SECONDS.codes,
    "authorization-codes": KEPT_SECONDS.codes,
    "refresh-tokens": KEPT_SECONDS.rotatedRefreshTokens,
    "ended-keys": devices,
    "ended-renewable-keys": devices,
    "revoked-keys": devices,
    sessions: KEPT_SECONDS.signIns,
    verifications: KEPT_SECONDS.signIns,
  } satisfies Record<DeadPile, number>;
  const removed: ForgottenRows["removed"] = {};
  let isDone = true;
  for (const [pile, keepSeconds] of Object.entries(kept) as [DeadPile, number][]) {
    const before = after(now(), -keepSeconds);
    const answer = await inBatches((limit) => store.forgetDeadRows(pile, before, limit), batch, signal);
    if (answer.removed > 0) removed[pile] = answer.removed;
    isDone &&= answer.isDone;
  }
  return { removed, isDone };
}
