import { sleep as realSleep, type Sleep } from "./abort";
import type { Connection } from "./call";
import type { Credential } from "./credential";
import { type BadResponseError, isTransient, RefusedError } from "./errors";
import { requestToken, type TokenAnswer } from "./request-token";

/** What happens while a login waits. */
export type Progress =
  | { kind: "waiting" | "slowed-down"; pauseSeconds: number }
  | { kind: "retrying"; pauseSeconds: number; error: BadResponseError | RefusedError };

/** What the high storey takes for its waiting. */
export interface WaitOptions extends Connection {
  /** Told before each pause. */
  onProgress?: (progress: Progress) => void;
  /** Both for tests: how to wait, and a monotonic clock in milliseconds. */
  sleep?: Sleep;
  clock?: () => number;
}

const MIN_INTERVAL_SECONDS = 1;
const MAX_PAUSE_SECONDS = 60;
const CALL_TIMEOUT_MS = 10_000;

/**
 * Polls until the person has decided, and never past `deadlineMs` (of `clock`). A lost connection and a busy
 * server are waited out with growing pauses (RFC 8628 §3.5): most logins that fail, fail by giving up there.
 * @throws {RefusedError} `access_denied`, `expired_token`, or the code is not known any more.
 * @throws {BadResponseError} an answer that waiting cannot mend, or a server that was away to the end.
 */
export async function pollUntilDecided(
  options: WaitOptions & { deviceCode: string; intervalSeconds: number; deadlineMs: number },
): Promise<Credential> {
  const { sleep = realSleep, clock = () => performance.now(), onProgress } = options;
  const { signal, timeoutMs = CALL_TIMEOUT_MS } = options;
  const leftMs = () => options.deadlineMs - clock();
  let intervalSeconds = Math.max(options.intervalSeconds, MIN_INTERVAL_SECONDS);
  let failures = 0;
  let progress: Progress = { kind: "waiting", pauseSeconds: intervalSeconds };

  while (leftMs() > 0) {
    onProgress?.(progress);
    await sleep(Math.min(progress.pauseSeconds * 1000, leftMs()), signal);
    if (leftMs() <= 0) break;

    let answer: TokenAnswer;
    const isLast = leftMs() < timeoutMs;
    try {
      answer = await requestToken({ ...options, intervalSeconds, timeoutMs: Math.min(timeoutMs, leftMs()) });
    } catch (error) {
      if (!isTransient(error)) throw error;
      // A last poll that its code's end cut short says nothing of the server: the code has ended.
      if (isLast && failures === 0) break;
      failures += 1;
      const grown = Math.min(intervalSeconds * 2 ** failures, MAX_PAUSE_SECONDS);
      const asked = error instanceof RefusedError ? (error.retryAfterSeconds ?? 0) : 0;
      progress = { kind: "retrying", pauseSeconds: Math.max(grown, asked), error };
      continue;
    }
    if (answer.kind === "approved") return answer.credential;
    if (answer.kind !== "pending" && answer.kind !== "slow-down") throw answer.refusal;

    failures = 0;
    intervalSeconds = Math.max(answer.intervalSeconds, MIN_INTERVAL_SECONDS);
    const kind = answer.kind === "pending" ? "waiting" : "slowed-down";
    progress = { kind, pauseSeconds: intervalSeconds };
  }
  if (progress.kind === "retrying") throw progress.error;
  throw new RefusedError("Nobody decided in time: the login has expired.", { code: "expired_token" });
}
