import { setTimeout as sleep } from "node:timers/promises";
import { deliverAlert, forgetOldAlerts, isProductError, type Deps } from "@alprina/api";
import type { Logger } from "../logger";
import type { Mailer } from "./send";

const LOOKS_EVERY_MS = 2_000;
const LOOKS_AGAIN_WITHOUT_DATABASE_MS = 10_000;
const FORGETS_EVERY_MS = 60 * 60 * 1_000;
const LINE_EVERY_MS = 60_000;
/** How long a mail that is under way may take when the server stops. */
const STOPS_WITHIN_MS = 5_000;

export interface Courier {
  /** Lets a mail that is under way leave, and takes no other. */
  stop(): Promise<void>;
}

/**
 * Sends what waits to be sent, beside everything else that the server does: no login waits for a mail. Every
 * instance may run one; each mail is one's at a time.
 */
export function startCourier({
  deps,
  mailer,
  logger,
  onTried = () => undefined,
}: {
  deps: Deps;
  mailer: Mailer;
  logger: Logger;
  onTried?: (outcome: "sent" | "postponed" | "given-up") => void;
}): Courier {
  const stopping = new AbortController();
  const cutting = new AbortController();
  let forgetsAt = 0;
  let silentUntil = 0;

  async function deliverAll(): Promise<void> {
    while (!stopping.signal.aborted) {
      const delivery = await deliverAlert(deps, (mail) => mailer.send(mail, cutting.signal));
      if (delivery.kind === "nothing-due") return;
      if (delivery.kind !== "needless") onTried(delivery.kind);
      switch (delivery.kind) {
        case "sent":
        case "needless":
          break;
        case "given-up": {
          const { deviceId, tries, why } = delivery;
          logger.error({ deviceId, tries, why }, "a mail about a new device was given up");
          break;
        }
        case "postponed": {
          const { deviceId, tries, why } = delivery;
          // While the mail server is away every mail says so; a line now and then tells the operator as much.
          if (performance.now() >= silentUntil) {
            logger.warn({ deviceId, tries, why }, "a mail about a new device could not be sent yet");
            silentUntil = performance.now() + LINE_EVERY_MS;
          }
          break;
        }
      }
    }
  }

  async function round(): Promise<number> {
    try {
      await deliverAll();
      if (performance.now() >= forgetsAt) {
        await forgetOldAlerts(deps);
        forgetsAt = performance.now() + FORGETS_EVERY_MS;
      }
      return LOOKS_EVERY_MS;
    } catch (error) {
      // Everybody else says that the database is away.
      if (!isProductError(error)) logger.error({ err: error }, "sending mails failed");
      return LOOKS_AGAIN_WITHOUT_DATABASE_MS;
    }
  }

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      const pause = await round();
      await sleep(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  const working = work();
  return {
    async stop() {
      stopping.abort();
      const cut = setTimeout(() => cutting.abort(), STOPS_WITHIN_MS);
      await working;
      clearTimeout(cut);
    },
  };
}
