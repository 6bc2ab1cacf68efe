import { forgetActivity, forgetBudgets, forgetDeadRows, forgetSpent, type Deps } from "@alprina/api";
import type { Logger } from "./logger";

const TEN_MINUTES_MS = 10 * 60 * 1000;

export interface Housekeeping {
  /** Does no more, and resolves when the batch that is under way is done. */
  stop(): Promise<void>;
}

/**
 * Removes what is over and what is older than the operator keeps it, every ten minutes, for as long as the process
 * runs. A database that is away is no news here: the next time comes.
 */
export function startHousekeeping(
  deps: Pick<Deps, "store" | "now">,
  {
    activityDays,
    logger,
    // Not with the start, which has better to do, and not all instances of a fleet in one second.
    firstAfterMs = 60_000 + Math.random() * 60_000,
    everyMs = TEN_MINUTES_MS,
  }: { activityDays: number; logger: Logger; firstAfterMs?: number; everyMs?: number },
): Housekeeping {
  const stopping = new AbortController();
  let work = Promise.resolve();
  let timer = setTimeout(clean, firstAfterMs).unref();

  function clean(): void {
    work = cleanOnce().finally(() => {
      if (!stopping.signal.aborted) timer = setTimeout(clean, everyMs).unref();
    });
  }

  async function cleanOnce(): Promise<void> {
    try {
      const keepSeconds = activityDays * 24 * 60 * 60;
      const { events } = await forgetActivity(deps, { keepSeconds }, stopping.signal);
      if (events > 0) logger.info({ events, activityDays }, "removed old events");
      await forgetSpent(deps);
      await forgetBudgets(deps, {}, stopping.signal);
      const { removed } = await forgetDeadRows(deps, { activityDays }, stopping.signal);
      if (Object.keys(removed).length > 0) logger.info({ removed }, "removed what is over");
    } catch (error) {
      logger.warn({ err: error }, "could not remove what is over");
    }
  }

  return {
    stop: () => {
      stopping.abort();
      clearTimeout(timer);
      return work;
    },
  };
}
