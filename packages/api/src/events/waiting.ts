import type { Events } from "./hub";

/** Why a poll waits no longer. */
export type Outcome = "heard" | "time" | "hung-up" | "draining";

/** A poll's place among those that wait. It is taken before the grant is read, so that nothing falls between. */
export interface Place {
  /** Resolves when something was heard of the grant since the place was taken, or by the first of the others. */
  until(dueInMs: number, hangUp?: AbortSignal): Promise<Outcome>;
  leave(): void;
}

/** The polls that are held back until a person decides. */
export interface Waiting {
  /** Undefined when as many wait as may, and while the server is about to end. */
  enter(deviceCodeHash: string): Place | undefined;
  /** How many wait. */
  readonly size: number;
  /** Answers all that wait, and lets nobody in any more. */
  drain(): void;
  /** Aborts with that, for whoever waits in another way. */
  readonly draining: AbortSignal;
}

interface WaitingOptions {
  events: Events;
  /** Of these grants those that are pending, in one read. */
  findPending: (deviceCodeHashes: string[]) => Promise<string[]>;
  maxWaiting?: number;
}

const TICK_MS = 250;
const TICKS_A_READ = 4;
const CHUNK = 500;

/**
 * Ten thousand may wait here: a poll costs one small object, one timer serves them all, and nobody asks the database.
 * Only where something may have been missed are all read again, in few statements: once after a gap, and about each
 * second while nothing can be heard.
 */
export function createWaiting({ events, findPending, maxWaiting = 20_000 }: WaitingOptions): Waiting {
  const byHash = new Map<string, Set<Waiter>>();
  const byTick = new Map<number, Set<Waiter>>();
  let [size, ticks, isReading, isMissed] = [0, 0, false, false];
  let timer: NodeJS.Timeout | undefined;
  const draining = new AbortController();

  /** Also what `until` hands to the signal as its listener, instead of a closure a poll. */
  class Waiter implements Place {
    outcome: Outcome | undefined;
    private resolve: ((outcome: Outcome) => void) | undefined;
    private hangUp: AbortSignal | undefined;
    private tick = 0;

    constructor(private readonly hash: string) {
      add(byHash, hash, this);
      size++;
      timer ??= setInterval(onTick, TICK_MS);
    }
    until(dueInMs: number, hangUp?: AbortSignal): Promise<Outcome> {
      if (hangUp?.aborted) this.end("hung-up");
      if (this.outcome) return Promise.resolve(this.outcome);
      this.tick = Math.ceil((performance.now() + dueInMs) / TICK_MS);
      add(byTick, this.tick, this);
      this.hangUp = hangUp;
      hangUp?.addEventListener("abort", this, { once: true });
      return new Promise((resolve) => (this.resolve = resolve));
    }
    handleEvent(): void {
      this.end("hung-up");
    }
    leave(): void {
      this.end("hung-up");
    }
    end(outcome: Outcome): void {
      if (this.outcome) return;
      this.outcome = outcome;
      remove(byHash, this.hash, this);
      remove(byTick, this.tick, this);
      this.hangUp?.removeEventListener("abort", this);
      this.resolve?.(outcome);
      if (--size > 0) return;
      clearInterval(timer);
      timer = undefined;
    }
  }

  function wake(hash: string): void {
    // The newest first: an older one may be of a connection that is gone, which nobody has noticed yet.
    for (const waiter of [...(byHash.get(hash) ?? [])].reverse()) waiter.end("heard");
  }
  async function readAll(): Promise<void> {
    if (isReading) return;
    [isReading, isMissed] = [true, false];
    const hashes = [...byHash.keys()];
    try {
      for (let from = 0; from < hashes.length; from += CHUNK) {
        const chunk = hashes.slice(from, from + CHUNK);
        const pending = new Set(await findPending(chunk));
        for (const hash of chunk) if (!pending.has(hash)) wake(hash);
      }
    } catch {
      // The database is away: they wait on, and are read when it is back.
      isMissed = true;
    } finally {
      isReading = false;
    }
  }
  function onTick(): void {
    const now = performance.now() / TICK_MS;
    for (const [tick, waiters] of byTick) {
      if (tick <= now) for (const waiter of [...waiters]) waiter.end("time");
    }
    ticks++;
    const isDoubtful = isMissed || !events.isLive();
    // What nobody may have told of is looked up as well, if seldom.
    const ticksARead = isDoubtful ? TICKS_A_READ : Math.ceil(events.trustMs / TICK_MS);
    if (ticks % ticksARead === 0) void readAll();
  }
  events.onGap(() => (isMissed = true));
  events.subscribe((happening) => {
    if (happening.kind === "grant") wake(happening.deviceCodeHash);
  });

  return {
    get size() {
      return size;
    },
    draining: draining.signal,
    enter: (hash) => (draining.signal.aborted || size >= maxWaiting ? undefined : new Waiter(hash)),
    drain() {
      draining.abort();
      for (const waiters of [...byHash.values()]) for (const waiter of [...waiters]) waiter.end("draining");
    },
  };
}

function add<Key, One>(sets: Map<Key, Set<One>>, key: Key, one: One): void {
  const set = sets.get(key);
  if (set) set.add(one);
  else sets.set(key, new Set([one]));
}

function remove<Key, One>(sets: Map<Key, Set<One>>, key: Key, one: One): void {
  const set = sets.get(key);
  set?.delete(one);
  if (set?.size === 0) sets.delete(key);
}
