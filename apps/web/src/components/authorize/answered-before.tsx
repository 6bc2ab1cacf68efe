import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { RequestingClient } from "@/trpc/client";
import { JoinedSides } from "./joined-sides";
import { PageHeading } from "./page-heading";

/** For whoever comes back, by the back button or by loading the page again. */
export function AnsweredBefore(props: { decision: "approve" | "deny"; client: RequestingClient }) {
  const approved = props.decision === "approve";
  return (
    <main className="column-width pt-8 pb-16 sm:pt-16" data-outcome="answered">
      <JoinedSides tone={approved ? "joined" : "refused"} />
      <div className="mt-8">
        <PageHeading
          title={approved ? "You already approved this" : "You already denied this"}
          lead={
            <>
              The answer went back to <bdi>{props.client.name}</bdi>, and counts once. If the program does not
              go on, start again there.
            </>
          }
        />
      </div>
      <Button asChild variant="outline" size="lg" className="mt-8">
        <Link href="/settings/devices" prefetch={false}>
          See your devices
        </Link>
      </Button>
    </main>
  );
}
