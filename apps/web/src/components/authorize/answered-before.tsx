import Link from "next/link";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import type { RequestingClient } from "@/trpc/client";
import { JoinedSides } from "./joined-sides";
import { PageHeading } from "./page-heading";

/** For whoever comes back, by the back button or by loading the page again. */
export function AnsweredBefore(props: { decision: "approve" | "deny"; client: RequestingClient }) {
  const t = useTranslations("authorize");
  const approved = props.decision === "approve";
  return (
    <main className="column-width pt-8 pb-16 sm:pt-16" data-outcome="answered">
      <JoinedSides tone={approved ? "joined" : "refused"} />
      <div className="mt-8">
        <PageHeading
          title={t(approved ? "answered.approved" : "answered.denied")}
          lead={t.rich("answered.lead", {
            name: props.client.name,
            b: (name) => <bdi>{name}</bdi>,
          })}
        />
      </div>
      <Button asChild variant="outline" size="lg" className="mt-8">
        <Link href="/settings/devices" prefetch={false}>
          {t("outcome.devices")}
        </Link>
      </Button>
    </main>
  );
}
