"use client";

import { useEffect, useState } from "react";
import { ProblemCallout } from "@/components/site/problem-callout";
import { Card } from "@/components/ui/card";
import { compareAddresses } from "@/lib/addresses";
import { authorizePath } from "@/lib/next-path";
import { serverNow } from "@/lib/server-clock";
import { formatUserCode } from "@/lib/user-code";
import { trpc, type DecideAnswer, type LoginRequest } from "@/trpc/client";
import { ApproveOnlyIf } from "./approve-only-if";
import { BrowserCard } from "./browser-card";
import type { BrowserSide } from "./browser-side";
import { ClientLine } from "./client-line";
import { DecisionBar } from "./decision-bar";
import { LineOfAddresses } from "./line-of-addresses";
import type { Outcome } from "./outcome-page";
import { PageHeading } from "./page-heading";
import { ScopeList } from "./scope-list";
import { TerminalCard } from "./terminal-card";
import { useOnce } from "./use-once";
import { useScopeChoice } from "./use-scope-choice";

interface ReviewProps {
  code: string;
  request: LoginRequest;
  cliName: string;
  browser: BrowserSide;
  onDecided: (outcome: Outcome) => void;
}

export function Review({ code, request, cliName, browser, onDecided }: ReviewProps) {
  const { busy, problem, run } = useOnce();
  const choice = useScopeChoice(request.scopes);
  const expired = useExpiry(request.expiresAt);
  const addresses = compareAddresses(request.ipAddress, browser.ipAddress, browser);

  useEffect(() => {
    // A decision that is under way may still have been in time: its answer says.
    if (expired && busy === null) onDecided({ kind: "expired", when: "before", client: request.client });
  }, [expired, busy, onDecided, request.client]);

  const decide = (decision: "approve" | "deny") =>
    run(
      decision,
      () => trpc.grants.decide.mutate({ grantId: request.id, decision, scopes: choice.chosen }),
      (answer) => onDecided(outcomeOf(answer, request)),
    );

  return (
    <main className="column-width pt-4 sm:pt-8 sm:pb-16">
      <PageHeading
        title="Is this you, signing in from a terminal?"
        announce
        lead={
          <>
            <ApproveOnlyIf client={request.client} cliName={cliName} /> Nobody else should ever send you this
            code.
          </>
        }
      />
      <Card className="mt-6 flex flex-col gap-x-6 gap-y-3 px-5 py-5 sm:mt-7 sm:flex-row sm:items-center sm:justify-between sm:px-6">
        <ClientLine client={request.client}>shows you this code, letter for letter.</ClientLine>
        <p className="code-type text-[36px]/11 whitespace-nowrap sm:text-[44px]/13">{formatUserCode(code)}</p>
      </Card>
      <div className="mt-4 grid grid-cols-1 sm:grid-cols-[1fr_5.75rem_1fr]">
        <TerminalCard request={request} />
        <LineOfAddresses addresses={addresses} />
        <BrowserCard browser={browser} />
      </div>
      <p className="mt-3 text-[13px]/5 text-muted-foreground">
        Name, system and client are what the terminal says of itself. The address is where its request came
        from.
      </p>
      <ScopeList choice={choice} disabled={busy !== null} />
      <DecisionBar
        busy={busy}
        asleep={choice.asleep}
        expiresAt={request.expiresAt}
        onDecide={decide}
        recommended={addresses === "same"}
      >
        <ProblemCallout problem={problem} returnTo={authorizePath(code)} />
      </DecisionBar>
    </main>
  );
}

function outcomeOf(answer: DecideAnswer, request: LoginRequest): Outcome {
  const { client, deviceName } = request;
  if (answer.kind === "already-decided") return { kind: answer.status, when: "before", client };
  return { kind: answer.kind, when: "now", deviceName, client };
}

/** True from the moment at which the code ends. */
function useExpiry(expiresAt: Date): boolean {
  const [expired, setExpired] = useState(false);
  useEffect(() => {
    const check = () => setExpired(serverNow() >= expiresAt.getTime());
    check();
    const timer = setInterval(check, 500);
    return () => clearInterval(timer);
  }, [expiresAt]);
  return expired;
}
