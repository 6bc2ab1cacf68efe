"use client";

import { useEffect } from "react";
import { useTranslations } from "#translations";
import { Spinner } from "@/components/ui/spinner";
import type { ReturnAddress } from "@/lib/return-address";
import type { RequestingClient } from "@/trpc/client";
import { JoinedSides } from "./joined-sides";
import { PageHeading } from "./page-heading";

interface LeavingProps {
  decision: "approve" | "deny";
  client: RequestingClient;
  returnsTo: ReturnAddress;
  /** The browser shows this page again as it was left. */
  onBack: () => void;
}

/** The answer is given and the browser is on its way. What it may meet there is said before it shows. */
export function Leaving({ decision, client, returnsTo, onBack }: LeavingProps) {
  const t = useTranslations("authorize.leaving");
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => event.persisted && onBack();
    window.addEventListener("pageshow", shown);
    return () => window.removeEventListener("pageshow", shown);
  }, [onBack]);
  const approved = decision === "approve";
  return (
    <main className="column-width animate-appear pt-8 pb-16 sm:pt-16" data-outcome="leaving">
      <JoinedSides tone={approved ? "joined" : "refused"} />
      <div className="mt-8">
        <PageHeading
          announce
          title={t(approved ? "approved" : "denied", { name: client.name })}
          lead={t(returnsTo.kind, { address: returnsTo.address })}
        />
      </div>
      {/* An app opens beside the browser, and this page stays. */}
      <p className="mt-6 text-muted-foreground">{returnsTo.kind === "app" ? t("close") : <Spinner />}</p>
    </main>
  );
}
