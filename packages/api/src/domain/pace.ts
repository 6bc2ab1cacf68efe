/**
 * How fast one device code may be polled (RFC 8628 §3.5), as forgiving as clients in the field need.
 *
 * A beat is one interval. In each beat a poll and a twin of it are on time, because several clients send two at
 * once; and a beat may begin a full second early, because timers drift, and be up to two seconds late on the way
 * here. So whoever keeps the advertised beat is never told to slow down. A refused poll moves nothing but the
 * interval.
 */
export interface Pace {
  intervalSeconds: number;
  /** When the next beat is due, Unix milliseconds; zero before the first poll. */
  nextBeatAt: number;
  twinUsed: boolean;
}

const EARLY_MS = 1_000;
const LATE_MS = 1_000;
const SLOW_DOWN_STEP_SECONDS = 5;
const MAX_INTERVAL_SECONDS = 60;

export function startPace(intervalSeconds: number): Pace {
  return { intervalSeconds, nextBeatAt: 0, twinUsed: false };
}

/** Takes one poll at `nowMs` into account: the pace afterwards, and whether the poll came too soon. */
export function takePoll(pace: Pace, nowMs: number): { pace: Pace; tooSoon: boolean } {
  const beatMs = pace.intervalSeconds * 1000;
  // No beat is due later than this: the clock was set back since, and nobody is too soon for that.
  const isSetBack = pace.nextBeatAt > nowMs + beatMs + EARLY_MS;
  const dueAt = isSetBack ? nowMs : pace.nextBeatAt;
  if (nowMs >= dueAt - EARLY_MS) {
    // Counted from when the beat was due: coming early once does not pull the whole beat forward, and a poll that
    // a slow wire or a busy server held up does not make the next one, which is on time, look early.
    const nextBeatAt = Math.max(nowMs - LATE_MS, dueAt) + beatMs;
    return { pace: { ...pace, nextBeatAt, twinUsed: false }, tooSoon: false };
  }
  if (!pace.twinUsed) return { pace: { ...pace, twinUsed: true }, tooSoon: false };
  const intervalSeconds = Math.min(
    pace.intervalSeconds + SLOW_DOWN_STEP_SECONDS,
    Math.max(MAX_INTERVAL_SECONDS, pace.intervalSeconds),
  );
  return { pace: { ...pace, intervalSeconds }, tooSoon: true };
}
