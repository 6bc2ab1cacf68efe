const BEAT_MS = 1_000;
const LIVE_FOR_MS = 3_000;
const UNANSWERED_AT_MOST = 4;

/** Whether a link carries what is sent, found out by sending something to oneself. */
export interface Pulse {
  /** What was sent came back. */
  heard(): void;
  isLive(): boolean;
  /** How long the last beat that came back was on its way; undefined before one has. */
  lagMs(): number | undefined;
  stop(): void;
}

/**
 * Calls `beat` every second, and `onSilent` once several beats in a row did not come back: a network that only falls
 * silent closes nothing. Those are counted and not timed, for a process that was held up itself has the answers
 * waiting for it.
 */
export function startPulse(beat: () => void, onSilent: () => void): Pulse {
  let heardAtMs = -Infinity;
  let unanswered = 0;
  let sentAtMs = performance.now();
  let lagMs: number | undefined;
  const timer = setInterval(() => {
    // Of several under way the first counts: that is how long nothing has come.
    if (unanswered === 0) sentAtMs = performance.now();
    if (unanswered++ < UNANSWERED_AT_MOST) return beat();
    unanswered = 0;
    onSilent();
  }, BEAT_MS).unref();
  beat();
  return {
    heard() {
      heardAtMs = performance.now();
      lagMs = heardAtMs - sentAtMs;
      unanswered = 0;
    },
    lagMs: () => lagMs,
    isLive: () => performance.now() - heardAtMs < LIVE_FOR_MS,
    stop: () => clearInterval(timer),
  };
}
