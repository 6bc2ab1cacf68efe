import Link from "next/link";
import { JoinedSides } from "@/components/authorize/joined-sides";
import { PageHeading } from "@/components/authorize/page-heading";
import { Button } from "@/components/ui/button";
import type { LinkOutcome } from "@/lib/link-outcome";
import { outcomeText } from "./outcome-text";

/** What a link did, or why it does nothing. `isNew` right after the click. */
export function RevokeOutcome({ answer, isNew }: { answer: LinkOutcome; isNew: boolean }) {
  const { title, lead, tone, next } = outcomeText(answer, isNew);
  return (
    <main className="column-width animate-appear pt-8 pb-16 sm:pt-16" data-outcome={answer.kind}>
      <JoinedSides tone={tone} />
      <div className="mt-8">
        <PageHeading title={title} lead={lead} />
      </div>
      {next && (
        <p className="mt-4 max-w-150 text-[15px]/6 sm:text-base/6">
          <span className="font-semibold">What to do now:</span> {next}
        </p>
      )}
      <Button asChild variant={next ? "ink" : "outline"} size="lg" className="mt-8">
        <Link href={next ? "/settings/account" : "/settings/devices"} prefetch={false}>
          {next ? "Go to your settings" : "See your devices"}
        </Link>
      </Button>
    </main>
  );
}
