import type { ReactNode } from "react";
import type { Source } from "@alprina/api";
import { showAddress } from "@/lib/addresses";
import type { Words } from "@/i18n/words";
import { lifetime } from "@/lib/dates";
import { placeIn } from "@/lib/places";
import type { RequestingClient } from "@/trpc/client";
import type { JoinTone } from "./joined-sides";

export interface Outcome {
  kind: "approved" | "denied" | "disowned" | "expired" | "redeemed" | "unknown" | "taken" | "other-network";
  /** Whether this click brought it about, or it was so already. */
  when: "now" | "before";
  deviceName?: string | null;
  decidedAt?: Date | null;
  /** Who asked, if it came so far that we know. */
  client?: RequestingClient;
  /** Where a login came from that was somebody else's, and how long it may start no other. */
  from?: Source;
  pausedSeconds?: number;
}

export interface OutcomeText {
  title: string;
  lead: ReactNode;
  tone: JoinTone;
  /** What to type for another try, when there is something to try again. */
  retry: boolean;
  /** The button that goes back to the field. `correct` keeps what was typed. */
  again: "another" | "correct" | null;
  devices: boolean;
  /** What somebody can do who fears for their account. */
  worried?: boolean;
  /** The terminal has yet to take its key, so this may change. */
  isWaiting?: boolean;
}

/** In milliseconds. A terminal that waits goes on within one of its polls; one that has not by now may be gone. */
const SLOW_AFTER = 20_000;

interface Telling {
  t: Words<"authorize">;
  language: string;
  email: string;
  /** The server's time, in milliseconds. */
  now: number;
}

/** What came of a login, in words, and the ways on from there. */
export function outcomeText(outcome: Outcome, { t, language, email, now }: Telling): OutcomeText {
  const { kind, when, deviceName } = outcome;
  const device = deviceName ?? t("outcome.yourTerminal");
  const b = (words: ReactNode) => <bdi className="font-medium break-words text-foreground">{words}</bdi>;
  switch (kind) {
    case "approved": {
      const isSlow = outcome.decidedAt != null && now - outcome.decidedAt.getTime() > SLOW_AFTER;
      return when === "now"
        ? {
            title: t(isSlow ? "outcome.approvedSlow" : "outcome.approved"),
            lead: isSlow
              ? t("outcome.approvedSlowLead")
              : t.rich("outcome.approvedLead", { device, email, b }),
            ...{ tone: "joining", retry: isSlow, again: null, devices: isSlow, isWaiting: true },
          }
        : {
            title: t("outcome.approvedBefore"),
            lead: t("outcome.approvedBeforeLead"),
            ...{ tone: "joined", retry: true, again: null, devices: true },
          };
    }
    case "denied":
      return when === "now"
        ? {
            title: t("outcome.denied"),
            lead: t("outcome.deniedLead"),
            ...{ tone: "refused", retry: false, again: null, devices: true },
          }
        : {
            title: t("outcome.deniedBefore"),
            lead: t("outcome.deniedBeforeLead"),
            ...{ tone: "refused", retry: true, again: "another", devices: false },
          };
    case "disowned":
      return {
        title: t("outcome.disowned"),
        lead: whatWasDone(outcome, t, language),
        ...{ tone: "refused", retry: false, again: null, devices: true, worried: true },
      };
    case "other-network":
      return {
        title: t("outcome.otherNetwork"),
        lead: t("outcome.otherNetworkLead"),
        ...{ tone: "refused", retry: false, again: null, devices: true },
      };
    case "redeemed":
      return when === "now"
        ? {
            title: t("outcome.redeemed"),
            lead: t.rich("outcome.redeemedLead", { device, email, b }),
            ...{ tone: "joined", retry: false, again: null, devices: true },
          }
        : {
            title: t("outcome.redeemedBefore"),
            lead: t("outcome.redeemedBeforeLead"),
            ...{ tone: "used", retry: false, again: "another", devices: true },
          };
    case "expired":
      return {
        title: t("outcome.expired"),
        lead: t("outcome.expiredLead"),
        ...{ tone: "lost", retry: true, again: "another", devices: false },
      };
    case "unknown":
      return {
        title: t("outcome.unknown"),
        lead: t("outcome.unknownLead"),
        ...{ tone: "lost", retry: true, again: "correct", devices: false },
      };
    case "taken":
      return {
        title: t("outcome.taken"),
        lead: t.rich("outcome.takenLead", { email, b }),
        ...{ tone: "refused", retry: true, again: "another", devices: false },
      };
  }
}

function whatWasDone({ from, pausedSeconds }: Outcome, t: Telling["t"], language: string): ReactNode {
  const address = showAddress(from?.ipAddress ?? null);
  if (!address || !pausedSeconds) return t("outcome.disownedLead");
  const values = {
    address,
    time: lifetime(pausedSeconds, language),
    b: (words: ReactNode) => <span className="font-medium text-foreground">{words}</span>,
  };
  return (
    <>
      {t("outcome.disownedLead")}{" "}
      {from?.place
        ? t.rich("outcome.disownedPausedAt", { ...values, place: placeIn(language, from.place) })
        : t.rich("outcome.disownedPaused", values)}
    </>
  );
}
