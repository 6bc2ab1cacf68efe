import { LRUCache } from "lru-cache";
import { startPace, takePoll, type Pace } from "../domain/pace";

interface KnownGrant {
  expiresAtMs: number;
  pace: Pace;
}

/** What this instance remembers of the grants that it saw pending: their pace, and that they were there. */
export interface PollPacer {
  /** Remembers a grant that was just started or read as pending. */
  remember(deviceCodeHash: string, grant: { expiresAt: Date; intervalSeconds: number }): void;
  /** Takes a poll of a pending grant: whether it came too soon, and the interval to keep from now on. */
  take(deviceCodeHash: string, now: Date): { tooSoon: boolean; intervalSeconds: number };
  /** The interval of a grant that is pending as far as this instance knows; undefined for any other. */
  pendingInterval(deviceCodeHash: string, now: Date): number | undefined;
  forget(deviceCodeHash: string): void;
  /** How many command lines poll pending grants here: none of them is more than one beat late. */
  countWaiting(now: Date): number;
}

/**
 * Pace lives in memory: it sheds load and protects nothing (device codes have 256 bits), so it is not worth a
 * write per poll, and an instance that restarts merely starts to count anew.
 */
export function createPollPacer({ maxGrants = 100_000 } = {}): PollPacer {
  const known = new LRUCache<string, KnownGrant>({ max: maxGrants });
  return {
    remember(hash, { expiresAt, intervalSeconds }) {
      if (!known.has(hash))
        known.set(hash, { expiresAtMs: expiresAt.getTime(), pace: startPace(intervalSeconds) });
    },
    take(hash, now) {
      const grant = known.get(hash);
      if (!grant) return { tooSoon: false, intervalSeconds: 0 };
      const { pace, tooSoon } = takePoll(grant.pace, now.getTime());
      grant.pace = pace;
      return { tooSoon, intervalSeconds: pace.intervalSeconds };
    },
    pendingInterval(hash, now) {
      const grant = known.get(hash);
      return grant && grant.expiresAtMs > now.getTime() ? grant.pace.intervalSeconds : undefined;
    },
    forget(hash) {
      known.delete(hash);
    },
    countWaiting(now) {
      const nowMs = now.getTime();
      let waiting = 0;
      for (const { expiresAtMs, pace } of known.values()) {
        if (expiresAtMs > nowMs && pace.nextBeatAt + pace.intervalSeconds * 1000 > nowMs) waiting++;
      }
      return waiting;
    },
  };
}
