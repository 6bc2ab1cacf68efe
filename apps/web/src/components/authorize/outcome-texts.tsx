import type { ReactNode } from "react";
import type { Source } from "@alprina/api";
import { showAddress } from "@/lib/addresses";
import { lifetime } from "@/lib/dates";
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

/** What came of a login, in words, and the ways on from there. */
export function outcomeText(outcome: Outcome, email: string, now: number): OutcomeText {
  const { kind, when, deviceName } = outcome;
  const terminal = (
    <bdi className="font-medium break-words text-foreground">{deviceName ?? "Your terminal"}</bdi>
  );
  const account = <span className="font-medium break-words text-foreground">{email}</span>;
  switch (kind) {
    case "approved": {
      const isSlow = outcome.decidedAt != null && now - outcome.decidedAt.getTime() > SLOW_AFTER;
      return when === "now"
        ? {
            title: isSlow
              ? "Approved, but your terminal has not come back"
              : "Approved. Your terminal goes on…",
            lead: isSlow ? (
              "If it does not wait any more, start again there. Nothing is signed in by this code once it ends."
            ) : (
              <>
                {terminal} takes its key by itself, as {account}.
              </>
            ),
            ...{ tone: "joining", retry: isSlow, again: null, devices: isSlow, isWaiting: true },
          }
        : {
            title: "You already approved this code",
            lead: "Your terminal goes on by itself. If it does not wait any more, start again there:",
            ...{ tone: "joined", retry: true, again: null, devices: true },
          };
    }
    case "denied":
      return when === "now"
        ? {
            title: "Denied. Nothing was signed in",
            lead: "The terminal has been told, and the code is of no more use. If somebody sent you that code, they were trying to sign in as you: do not enter another one from them.",
            ...{ tone: "refused", retry: false, again: null, devices: true },
          }
        : {
            title: "You already denied this code",
            lead: "That is final, and nothing was signed in. If it was a mistake, get a new code in your terminal:",
            ...{ tone: "refused", retry: true, again: "another", devices: false },
          };
    case "disowned":
      return {
        title: "Denied. Thank you for saying so",
        lead: whatWasDone(outcome),
        ...{ tone: "refused", retry: false, again: null, devices: true, worried: true },
      };
    case "other-network":
      return {
        title: "Not from this network",
        lead: "This server lets nobody approve a terminal from another network than the terminal’s. Nothing was signed in. If it is your terminal, open this page on a device beside it and enter the code there.",
        ...{ tone: "refused", retry: false, again: null, devices: true },
      };
    case "redeemed":
      if (when === "now") {
        return {
          title: "Your terminal is signed in",
          lead: (
            <>
              {terminal} has its key, and works as {account}. You can close this page and go on there.
            </>
          ),
          ...{ tone: "joined", retry: false, again: null, devices: true },
        };
      }
      return {
        title: "This code has already been used",
        lead: "A code works once, and a terminal was signed in with this one. If that was not you, revoke it under Devices.",
        ...{ tone: "used", retry: false, again: "another", devices: true },
      };
    case "expired":
      return {
        title: "This code has expired",
        lead: "Nothing was signed in. Get a new code in your terminal:",
        ...{ tone: "lost", retry: true, again: "another", devices: false },
      };
    case "unknown":
      return {
        title: "We don’t know this code",
        lead: "Compare it with your terminal, letter for letter. If it is right, it is too old or from another server; get a new one:",
        ...{ tone: "lost", retry: true, again: "correct", devices: false },
      };
    case "taken":
      return {
        title: "Another account has this code",
        lead: (
          <>
            Somebody opened it first, with another account than yours ({account}). If that was you, answer
            there. If not, they have seen your code: leave it, and get a new one in your terminal:
          </>
        ),
        ...{ tone: "refused", retry: true, again: "another", devices: false },
      };
  }
}

function whatWasDone({ from, pausedSeconds }: Outcome): ReactNode {
  const address = showAddress(from?.ipAddress ?? null);
  return (
    <>
      Nothing was signed in, and the code opens nothing any more. It is written down in your account.{" "}
      {address && pausedSeconds && (
        <>
          The address that asked, <span className="font-medium text-foreground">{address}</span>
          {from?.place && ` (${from.place})`}, can start no login here for {lifetime(pausedSeconds)}.
        </>
      )}
    </>
  );
}
