import { sleep as realSleep } from "./abort";
import { isTransient, RefusedError } from "./errors";
import type { WaitOptions } from "./progress";

/** In seconds. A server that restarts is back within their sum; one that was never there is named soon enough. */
const PAUSES = [0.5, 1, 2.5];
/** Who is asked to wait longer is told so instead. */
const MAX_ASKED_SECONDS = 5;

/** Of many command lines that lose their server at once, not all come back at once. */
export const jittered = (seconds: number, random: () => number = Math.random): number =>
  seconds * (0.75 + random() / 2);

/** Makes a call that may be made again, and does so a few times when the network or the server is away for a moment. */
export async function withRetries<T>(options: WaitOptions, attempt: () => Promise<T>): Promise<T> {
  const { sleep = realSleep, random, signal, onProgress } = options;
  for (const pause of PAUSES) {
    try {
      return await attempt();
    } catch (error) {
      const asked = error instanceof RefusedError ? (error.retryAfterSeconds ?? 0) : 0;
      if (!isTransient(error) || asked > MAX_ASKED_SECONDS) throw error;
      const pauseSeconds = Math.max(jittered(pause, random), asked);
      onProgress?.({ kind: "retrying", pauseSeconds, error });
      await sleep(pauseSeconds * 1000, signal);
    }
  }
  return attempt();
}
