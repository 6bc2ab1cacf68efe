import type { ReactNode } from "react";
import type { JoinTone } from "@/components/authorize/joined-sides";
import { Moment } from "@/components/time/moment";
import { duration } from "@/lib/dates";
import type { LinkOutcome } from "@/lib/link-outcome";

interface OutcomeText {
  title: string;
  lead: ReactNode;
  tone: JoinTone;
  /** For whom somebody else has got in once. */
  next?: string;
}

/** What is said of a link that is over. */
export function outcomeText(answer: LinkOutcome, isNew: boolean): OutcomeText {
  switch (answer.kind) {
    case "revoked":
      return answer.byLink ? byLink(answer, isNew) : elsewhere(answer);
    case "expired":
      return {
        title: "This link has expired",
        lead: "A link from a mail works for seven days. Nothing was changed by opening it. Sign in to see your devices, and revoke what you do not know.",
        tone: "lost",
      };
    case "unknown":
      return {
        title: "This link does not work",
        lead: "Perhaps it was cut off on its way: open it from the mail once more, or copy all of it. Nothing was changed. You can always sign in and revoke a device there.",
        tone: "lost",
      };
    case "over-budget":
      return {
        title: "Too many tries",
        lead: `Too many links were opened from your network. Wait ${duration(answer.retryAfterSeconds)}, then open yours again; or sign in and revoke the device there. Nothing was changed.`,
        tone: "lost",
      };
  }
}

type Revoked = Extract<LinkOutcome, { kind: "revoked" }>;

const NEXT =
  "change your password, and sign out everywhere. Whoever approved this device was signed in as you, and may still be.";

function byLink({ deviceName, revokedAt, pausedUntil }: Revoked, isNew: boolean): OutcomeText {
  const paused = pausedUntil && (
    <>
      {" "}
      From where it came, nobody can start to sign in until <Moment date={pausedUntil} />.
    </>
  );
  if (isNew) {
    return {
      title: "Revoked. It is signed out",
      lead: (
        <>
          The key of <Name>{deviceName}</Name> works no more.{paused}
        </>
      ),
      ...{ tone: "refused", next: NEXT },
    };
  }
  return {
    title: "This link has been used",
    lead: (
      <>
        It revoked <Name>{deviceName}</Name>, whose key has not worked since <Moment date={revokedAt} />. A
        link works once.{paused}
      </>
    ),
    ...{ tone: "used", next: NEXT },
  };
}

function elsewhere({ deviceName, revokedAt }: Revoked): OutcomeText {
  return {
    title: "This device is revoked already",
    lead: (
      <>
        The key of <Name>{deviceName}</Name> has not worked since <Moment date={revokedAt} />. There is
        nothing more to do here.
      </>
    ),
    tone: "used",
  };
}

function Name({ children }: { children: string }) {
  return <bdi className="font-medium break-words text-foreground">{children}</bdi>;
}
