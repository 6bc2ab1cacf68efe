import { sleep as realSleep } from "./abort";
import type { Credential } from "./credential";
import { type Deadline, expiredError } from "./deadline";
import { isTransient, RefusedError } from "./errors";
import { CALL_TIMEOUT_MS } from "./exchange";
import { afterCut, startHold, wasHeld } from "./hold";
import type { Progress, WaitOptions } from "./progress";
import { requestToken, type RequestTokenOptions, type TokenAnswer } from "./request-token";
import { jittered } from "./retry";

const MIN_INTERVAL_SECONDS = 1;
const MAX_PAUSE_SECONDS = 60;

/**
 * Polls until the person has decided, and never past the deadline. The server is asked to hold each poll;
 * where it does not, or something between cuts held connections, polls come at their interval. A lost connection and a
 * busy server are waited out with growing pauses (RFC 8628 §3.5): most logins that fail, fail by giving up there.
 * @throws {RefusedError} `access_denied`, `expired_token`, or the code is not known any more.
 * @throws {BadResponseError} an answer that waiting cannot mend, or a server that was away to the end.
 */
export async function pollUntilDecided(
  options: WaitOptions & RequestTokenOptions & { intervalSeconds: number; deadline: Deadline },
): Promise<Credential> {
  const { sleep = realSleep, clock = () => performance.now(), random, onProgress, deadline } = options;
  const { signal, timeoutMs = CALL_TIMEOUT_MS } = options;
  const leftMs = () => deadline.leftMs();
  let hold = startHold(options.waitSeconds);
  let intervalSeconds = Math.max(options.intervalSeconds, MIN_INTERVAL_SECONDS);
  let failures = 0;
  // The first poll that may be held comes at once: somebody may decide before the interval is over.
  let progress: Progress = { kind: "waiting", pauseSeconds: hold.seconds > 0 ? 0 : intervalSeconds };

  while (leftMs() > 0) {
    onProgress?.(progress);
    if (progress.pauseSeconds > 0) await sleep(Math.min(progress.pauseSeconds * 1000, leftMs()), signal);
    if (leftMs() <= 0) break;

    let answer: TokenAnswer;
    const isLast = leftMs() < timeoutMs;
    const sentMs = clock();
    try {
      const waitSeconds = Math.min(hold.seconds, Math.floor(leftMs() / 1000));
      answer = await requestToken({
        ...{ ...options, intervalSeconds, waitSeconds },
        timeoutMs: Math.min(timeoutMs, leftMs()),
      });
    } catch (error) {
      if (!isTransient(error)) throw error;
      // A lid that was closed for an hour: the network is not back yet, and the code is over in any case.
      if (deadline.hasSleptPast()) throw expiredError();
      // A last poll that its code's end cut short says nothing of the server: the code has ended.
      if (isLast && failures === 0) break;
      const elapsedMs = clock() - sentMs;
      const shorter = afterCut(hold, elapsedMs);
      const wasCut = shorter !== hold;
      hold = shorter;
      failures += 1;
      const grown = Math.min(intervalSeconds * 2 ** failures, MAX_PAUSE_SECONDS);
      const asked = error instanceof RefusedError ? (error.retryAfterSeconds ?? 0) : 0;
      // A poll that was held kept its pace, and a decision may have been made in the moment of its loss.
      const pauseSeconds = jittered(wasCut && failures === 1 ? CUT_PAUSE_SECONDS : grown, random);
      progress = { kind: "retrying", pauseSeconds: Math.max(pauseSeconds, asked), error };
      continue;
    }
    if (answer.kind === "approved") return answer.credential;
    if (answer.kind !== "pending" && answer.kind !== "slow-down") {
      // What is long over is forgotten in the end, and then nobody knows it any more.
      throw answer.kind === "unknown" && deadline.hasSleptPast() ? expiredError() : answer.refusal;
    }

    failures = 0;
    intervalSeconds = Math.max(answer.intervalSeconds, MIN_INTERVAL_SECONDS);
    if (answer.kind === "slow-down") {
      progress = { kind: "slowed-down", pauseSeconds: intervalSeconds };
    } else if (answer.waitedSeconds === undefined) {
      progress = { kind: "waiting", pauseSeconds: intervalSeconds };
    } else {
      // Held to its end: again. Let go at once, as by a server that is about to restart: soon.
      const isHeld = wasHeld(answer.waitedSeconds, clock() - sentMs);
      progress = { kind: "waiting", pauseSeconds: isHeld ? 0 : jittered(CUT_PAUSE_SECONDS, random) };
    }
  }
  if (progress.kind === "retrying") throw progress.error;
  throw expiredError();
}

const CUT_PAUSE_SECONDS = 1;
