import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createHub, type Events, type Happening } from "./hub";
import { startPulse, type Pulse } from "./pulse";
import { CHANNEL, readWord } from "./word";

const RETRY_FIRST_AFTER_MS = 100;
const RETRY_AT_MOST_AFTER_MS = 2_000;
const CLOSE_WITHIN_MS = 4_000;

/** A connection that listens. */
export interface Line {
  /** Resolves when it has broken. */
  gone: Promise<void>;
  /** Sends a heartbeat, by the way that words come. */
  beat: () => Promise<unknown>;
  /** Breaks it at once: a polite end would wait for an answer that a silent network never brings. */
  cut: () => void;
}

/** Opens a line that listens on these channels; what comes is told with the channel that it came on. */
export type OpenLine = (
  channels: { all: string; own: string },
  hear: (channel: string, word: string | undefined) => void,
) => Promise<Line>;

interface Listening {
  open: OpenLine;
  /** Tells the others; without it, whoever stores a change does (a trigger). */
  tell?: (happening: Happening) => void;
  trustMs?: number;
}

/**
 * Events by a line that may break: it is opened again and again, with growing pauses, and never throws. Heartbeats go
 * to ourselves alone: those that all heard would grow with the square of the instances.
 */
export function keepListening({ open, tell, trustMs }: Listening): Events {
  let pulse: Pulse | undefined;
  let line: Line | undefined;
  let isClosing = false;
  const hub = createHub(() => pulse?.isLive() ?? false, trustMs);
  const channels = { all: CHANNEL, own: `${CHANNEL}_${randomBytes(8).toString("hex")}` };

  /** Until the line is gone. True when it had worked. */
  async function listen(): Promise<boolean> {
    let isHeard = false;
    let mine: Line | undefined;
    try {
      mine = line = await open(channels, (channel, word) => {
        if (channel === channels.all) {
          const happening = readWord(word);
          if (happening) hub.announce(happening);
          return;
        }
        // Before it is live again: what was remembered until now may have changed unheard.
        if (!isHeard) hub.gap();
        isHeard = true;
        pulse?.heard();
      });
      const { beat, cut } = mine;
      pulse = startPulse(() => void beat().catch(cut), cut);
      // Closed while it was being opened.
      if (isClosing) cut();
      await mine.gone;
    } catch {
      // Those who use what it listens to tell of it when it is away; this one need not as well.
    }
    pulse?.stop();
    pulse = undefined;
    mine?.cut();
    return isHeard;
  }

  async function keep(): Promise<void> {
    for (let failures = 0; !isClosing; failures++) {
      if (await listen()) failures = 0;
      if (isClosing) return;
      const longestMs = Math.min(RETRY_FIRST_AFTER_MS * 2 ** Math.min(failures, 10), RETRY_AT_MOST_AFTER_MS);
      // Not all at the same moment, when what they listen to comes back to many.
      await sleep(longestMs * (0.5 + Math.random() / 2), undefined, { ref: false });
    }
  }
  const ended = keep();

  return {
    ...hub,
    lagMs: () => pulse?.lagMs(),
    announce(happening) {
      hub.announce(happening);
      tell?.(happening);
    },
    async close() {
      isClosing = true;
      line?.cut();
      await Promise.race([ended, sleep(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}
