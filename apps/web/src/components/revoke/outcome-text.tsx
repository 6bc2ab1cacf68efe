import type { ReactNode } from "react";
import type { JoinTone } from "@/components/authorize/joined-sides";
import { Moment } from "@/components/time/moment";
import type { Words } from "@/i18n/words";
import { duration } from "@/lib/dates";
import type { LinkOutcome } from "@/lib/link-outcome";

interface OutcomeText {
  title: string;
  lead: ReactNode;
  tone: JoinTone;
  /** Somebody else has got in once: there is more to do. */
  hasMoreToDo?: boolean;
}

interface Telling {
  t: Words<"revoke">;
  language: string;
  /** Right after the click. */
  isNew: boolean;
}

/** What is said of a link that is over. */
export function outcomeText(answer: LinkOutcome, telling: Telling): OutcomeText {
  const { t, language } = telling;
  switch (answer.kind) {
    case "revoked":
      return answer.byLink ? byLink(answer, telling) : elsewhere(answer, telling);
    case "expired":
      return { title: t("outcome.expired"), lead: t("outcome.expiredLead"), tone: "lost" };
    case "unknown":
      return { title: t("outcome.unknown"), lead: t("outcome.unknownLead"), tone: "lost" };
    case "over-budget":
      return {
        title: t("outcome.tooMany"),
        lead: t("outcome.tooManyLead", { wait: duration(answer.retryAfterSeconds, language) }),
        tone: "lost",
      };
  }
}

type Revoked = Extract<LinkOutcome, { kind: "revoked" }>;

function byLink({ deviceName, revokedAt, pausedUntil }: Revoked, { t, isNew }: Telling): OutcomeText {
  const paused = pausedUntil && (
    <> {t.rich("outcome.paused", { time: () => <Moment date={pausedUntil} /> })}</>
  );
  const told = { name: deviceName, b: nameIn };
  return {
    title: t(isNew ? "outcome.revoked" : "outcome.used"),
    lead: (
      <>
        {isNew
          ? t.rich("outcome.revokedLead", told)
          : t.rich("outcome.usedLead", { ...told, time: () => <Moment date={revokedAt} /> })}
        {paused}
      </>
    ),
    ...{ tone: isNew ? "refused" : "used", hasMoreToDo: true },
  };
}

function elsewhere({ deviceName, revokedAt }: Revoked, { t }: Telling): OutcomeText {
  return {
    title: t("outcome.elsewhere"),
    lead: t.rich("outcome.elsewhereLead", {
      name: deviceName,
      b: nameIn,
      time: () => <Moment date={revokedAt} />,
    }),
    tone: "used",
  };
}

function nameIn(name: ReactNode) {
  return <bdi className="font-medium break-words text-foreground">{name}</bdi>;
}
