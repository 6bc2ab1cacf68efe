import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createHub, type Events } from "./hub";
import { startPulse, type Pulse } from "./pulse";
import { CHANNEL, readWord } from "./word";

const ANSWER_WITHIN_MS = 4_000;
const RETRY_FIRST_AFTER_MS = 100;
const RETRY_AT_MOST_AFTER_MS = 2_000;

/**
 * Hears what the triggers of the database tell: one connection that listens, beside the pool. It goes on trying when
 * the database is away, and never throws. Behind a pooler that does not keep sessions nothing comes back, and it is
 * never live: then everything is read, as without it.
 */
export function openPostgresEvents({ url }: { url: string }): Events {
  let pulse: Pulse | undefined;
  let client: pg.Client | undefined;
  let isClosing = false;
  const hub = createHub(() => pulse?.isLive() ?? false);
  // To itself alone: a heartbeat that all heard would grow with the square of the instances.
  const ownChannel = `${CHANNEL}_${randomBytes(8).toString("hex")}`;

  /** Until the connection is gone. True when it had worked. */
  async function listen(): Promise<boolean> {
    const mine = (client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      application_name: "alprina events",
    }));
    const gone = new Promise<void>((resolve) => {
      mine.on("end", resolve);
      mine.on("error", () => resolve());
    });
    let isHeard = false;
    try {
      await mine.connect();
      mine.on("notification", ({ channel, payload }) => {
        if (channel === CHANNEL) {
          const happening = readWord(payload);
          if (happening) hub.announce(happening);
          return;
        }
        // Before it is live again: what was remembered until now may have changed unheard.
        if (!isHeard) hub.gap();
        isHeard = true;
        pulse?.heard();
      });
      await mine.query(`LISTEN ${CHANNEL}; LISTEN ${ownChannel}`);
      pulse = startPulse(
        () => void mine.query(`NOTIFY ${ownChannel}`).catch(() => cut(mine)),
        () => cut(mine),
      );
      await gone;
    } catch {
      // The pool's callers tell of a database that is away; this one need not as well.
    }
    pulse?.stop();
    pulse = undefined;
    cut(mine);
    return isHeard;
  }

  async function keepListening(): Promise<void> {
    for (let failures = 0; !isClosing; failures++) {
      if (await listen()) failures = 0;
      if (isClosing) return;
      const longestMs = Math.min(RETRY_FIRST_AFTER_MS * 2 ** Math.min(failures, 10), RETRY_AT_MOST_AFTER_MS);
      // Not all at the same moment, when the database comes back to many.
      await sleep(longestMs * (0.5 + Math.random() / 2), undefined, { ref: false });
    }
  }
  const ended = keepListening();

  return {
    ...hub,
    async close() {
      isClosing = true;
      if (!client) return;
      cut(client);
      await Promise.race([ended, sleep(ANSWER_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}

/** At once: a polite end would wait for an answer that a silent network never brings. */
function cut(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
