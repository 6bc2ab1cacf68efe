import { setTimeout as sleep } from "node:timers/promises";

export interface Removed {
  removed: number;
  /** False while another instance is at it, or when we were told to stop: there may be more. */
  isDone: boolean;
}

/**
 * Removes batch after batch until there is no more, or another instance is at it, or `signal` says to stop. After
 * each it rests for as long as the batch took, so that the database has at least half of its time for everybody else.
 * @param remove takes at most so many; how many it took, or null while another instance is at it.
 */
export async function inBatches(
  remove: (limit: number) => Promise<number | null>,
  batch: number,
  signal?: AbortSignal,
): Promise<Removed> {
  for (let total = 0; ;) {
    if (signal?.aborted) return { removed: total, isDone: false };
    const startedAt = performance.now();
    const removed = await remove(batch);
    total += removed ?? 0;
    if (removed === null || removed < batch) return { removed: total, isDone: removed !== null };
    await sleep(performance.now() - startedAt, undefined, { signal }).catch(() => undefined);
  }
}
