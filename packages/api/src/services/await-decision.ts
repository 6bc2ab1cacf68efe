import type { Deps, Sender } from "./deps";
import { pollLogin, type PollAnswer, type PollInput } from "./poll-login";

/** What a client may ask to be held back for, in seconds. Balancers cut what is silent for thirty. */
export const MAX_WAIT_SECONDS = 25;

/** With `heldSeconds` when the poll was held for up to so long; without it was answered at once, and paced. */
export type HeldAnswer = PollAnswer & { heldSeconds?: number };

/**
 * A poll that is held until the person decides, at most `waitSeconds`, and answers *pending* after that. While too
 * many wait, or the server is about to end, it is a plain poll.
 * @throws what `pollLogin` does.
 */
export async function awaitDecision(
  deps: Deps,
  sender: Sender,
  input: PollInput & { waitSeconds: number },
): Promise<HeldAnswer> {
  const { waitSeconds, ...poll } = input;
  const hangUp = poll.hangUp?.();
  const memoryKey = deps.secrets.memoryKeyOf(poll.deviceCode);
  const endsAtMs = performance.now() + waitSeconds * 1000;
  for (let isFirst = true; ; isFirst = false) {
    // Before the read: what is decided while that is under way is heard here.
    const place = deps.waiting.enter(memoryKey);
    if (isFirst && !place) return pollLogin(deps, sender, poll);
    try {
      const answer: HeldAnswer = {
        ...(await pollLogin(deps, sender, { ...poll, isHeld: true })),
        heldSeconds: waitSeconds,
      };
      if (answer.kind !== "pending") return answer;
      const now = deps.now();
      const expiresInMs = (deps.pacer.lastKnown(memoryKey, now)?.expiresAtMs ?? 0) - now.getTime();
      const leftMs = endsAtMs - performance.now();
      const outcome = await place?.until(Math.max(0, Math.min(leftMs, expiresInMs)), hangUp);
      // Nobody is there to take a key: it stays where it is, for whoever comes next.
      const isOver = outcome !== "heard" && !(outcome === "time" && expiresInMs < leftMs);
      if (isOver || hangUp?.aborted) {
        deps.pacer.wasHeld(memoryKey);
        return answer;
      }
    } finally {
      place?.leave();
    }
  }
}
