/** In seconds: what the server holds at most. */
const LONGEST = 25;
/** Below this a held poll saves nothing over a plain one. */
const SHORTEST = 2;
/** In milliseconds. What ends sooner was not held. */
const NOT_HELD = 1_000;

/** How long to ask the server to hold the next poll, and what was learned of it from the last. */
export interface Hold {
  /** 0 for a plain poll. */
  seconds: number;
}

export function startHold(seconds = LONGEST): Hold {
  return { seconds: Math.min(Math.max(0, Math.floor(seconds)), LONGEST) };
}

/**
 * A poll was lost after so many milliseconds. Something between may end connections that are silent for that long: the
 * next one asks for less, and one that cannot be held for two seconds is not held. A server that restarts looks the
 * same; it costs a shorter wait.
 */
export function afterCut(hold: Hold, elapsedMs: number): Hold {
  if (hold.seconds === 0 || elapsedMs < NOT_HELD) return hold;
  const seconds = Math.floor(Math.min(hold.seconds, elapsedMs / 1000) * 0.75);
  return { seconds: seconds < SHORTEST ? 0 : seconds };
}

/** Whether a poll that took so long, and was said to be held, was. One that was not is not repeated at once. */
export const wasHeld = (waitedSeconds: number | undefined, elapsedMs: number): boolean =>
  waitedSeconds !== undefined && elapsedMs >= NOT_HELD;
