import { LRUCache } from "lru-cache";
import { startPace, takePoll, type Pace } from "../domain/pace";
import { createHub, type Events } from "../events/hub";

/** A grant that was pending when this instance last looked. */
export interface KnownGrant {
  clientId: string;
  expiresAtMs: number;
  /** Whether whoever holds the device code may redeem it: no secret and no verifier is to be brought as well. */
  isForAnybody: boolean;
  pace: Pace;
  /** Which stretch of uninterrupted hearing it was read in. */
  asOf: number;
  /** When it was remembered, by a clock that nobody sets. */
  readAtMs: number;
}

/** What is to be remembered of a grant that was read or made. */
export type PendingGrant = Pick<KnownGrant, "clientId" | "isForAnybody" | "asOf"> & {
  expiresAt: Date;
  intervalSeconds: number;
};

/** What this instance remembers of the grants that it saw pending: their pace, and that they were there. */
export interface PollPacer {
  /** Taken before a read or a write, and remembered with what it found. */
  asOf(): number;
  /** Remembers a grant that was just started or read as pending. */
  remember(deviceCodeHash: string, grant: PendingGrant): void;
  /** Takes a poll of a pending grant: whether it came too soon, and the interval to keep from now on. */
  take(deviceCodeHash: string, now: Date): { tooSoon: boolean; intervalSeconds: number };
  /** A poll of it was held back by us: the next one is on time, whenever it comes. */
  wasHeld(deviceCodeHash: string): void;
  /** A grant that was pending when last heard of; undefined for any other. */
  lastKnown(deviceCodeHash: string, now: Date): KnownGrant | undefined;
  /** A grant that is pending for certain: had it been decided, this instance would have heard. */
  pending(deviceCodeHash: string, now: Date): KnownGrant | undefined;
  forget(deviceCodeHash: string): void;
  /** How many command lines poll pending grants here: none of them is more than one beat late. */
  countWaiting(now: Date): number;
}

interface PacerOptions {
  maxGrants?: number;
  events?: Events;
}

const DECIDED = -1;

/**
 * Pace lives in memory: it sheds load and protects nothing (device codes have 256 bits), so it is not worth a
 * write per poll, and an instance that restarts merely starts to count anew.
 */
export function createPollPacer({ maxGrants = 100_000, events = createHub() }: PacerOptions = {}): PollPacer {
  const known = new LRUCache<string, KnownGrant>({ max: maxGrants });
  // A decision that is heard while a read is under way must win over what that read still saw. Decisions are final.
  const decided = new LRUCache<string, true>({ max: maxGrants });
  let stretch = 0;
  events.onGap(() => stretch++);
  events.subscribe((happening) => {
    if (happening.kind === "grant") {
      decided.set(happening.deviceCodeHash, true);
      const grant = known.peek(happening.deviceCodeHash);
      if (grant) grant.asOf = DECIDED;
    } else if (happening.kind === "client") {
      // What it may do may be another thing now: they are read again. Also those that are being read.
      stretch++;
    }
  });
  const lastKnown = (hash: string, now: Date) => {
    const grant = known.get(hash);
    return grant && grant.expiresAtMs > now.getTime() ? grant : undefined;
  };
  return {
    asOf: () => stretch,
    remember(hash, { clientId, isForAnybody, asOf, expiresAt, intervalSeconds }) {
      const pace = known.peek(hash)?.pace ?? startPace(intervalSeconds);
      const trusted = decided.has(hash) ? DECIDED : asOf;
      known.set(hash, {
        ...{ clientId, isForAnybody, pace, asOf: trusted },
        ...{ expiresAtMs: expiresAt.getTime(), readAtMs: performance.now() },
      });
    },
    take(hash, now) {
      const grant = known.get(hash);
      if (!grant) return { tooSoon: false, intervalSeconds: 0 };
      const { pace, tooSoon } = takePoll(grant.pace, now.getTime());
      grant.pace = pace;
      return { tooSoon, intervalSeconds: pace.intervalSeconds };
    },
    wasHeld(hash) {
      const grant = known.get(hash);
      if (grant) grant.pace = startPace(grant.pace.intervalSeconds);
    },
    lastKnown,
    pending(hash, now) {
      if (!events.isLive()) return undefined;
      const grant = lastKnown(hash, now);
      if (grant?.asOf !== stretch) return undefined;
      return performance.now() - grant.readAtMs < events.trustMs ? grant : undefined;
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
