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
      <div className="mt-8 flex flex-col gap-3 sm:flex-row">
        {next && (
          <Button asChild variant="ink" size="lg">
            <Link href="/settings/account" prefetch={false}>
              Go to your account
            </Link>
          </Button>
        )}
        <Button asChild variant="outline" size="lg">
          <Link href="/settings/devices" prefetch={false}>
            See your devices
          </Link>
        </Button>
      </div>
    </main>
  );
}
