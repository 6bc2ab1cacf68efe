import Link from "next/link";
import { useLocale, useTranslations } from "#translations";
import { JoinedSides } from "@/components/authorize/joined-sides";
import { PageHeading } from "@/components/authorize/page-heading";
import { Button } from "@/components/ui/button";
import type { LinkOutcome } from "@/lib/link-outcome";
import { outcomeText } from "./outcome-text";

/** What a link did, or why it does nothing. `isNew` right after the click. */
export function RevokeOutcome({ answer, isNew }: { answer: LinkOutcome; isNew: boolean }) {
  const t = useTranslations("revoke");
  const language = useLocale();
  const { title, lead, tone, hasMoreToDo } = outcomeText(answer, { t, language, isNew });
  return (
    <main className="column-width animate-appear pt-8 pb-16 sm:pt-16" data-outcome={answer.kind}>
      <JoinedSides tone={tone} />
      <div className="mt-8">
        <PageHeading title={title} lead={lead} />
      </div>
      {hasMoreToDo && (
        <p className="mt-4 max-w-150 text-body sm:text-base/6">
          {t.rich("outcome.whatNow", { b: (words) => <span className="font-semibold">{words}</span> })}
        </p>
      )}
      <Button asChild variant={hasMoreToDo ? "ink" : "outline"} size="lg" className="mt-8">
        <Link href={hasMoreToDo ? "/settings/account" : "/settings/devices"} prefetch={false}>
          {t(hasMoreToDo ? "outcome.settings" : "outcome.devices")}
        </Link>
      </Button>
    </main>
  );
}
