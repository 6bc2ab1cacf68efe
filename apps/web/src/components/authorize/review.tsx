"use client";

import { useEffect, useState } from "react";
import { ProblemCallout } from "@/components/site/problem-callout";
import { authorizePath } from "@/lib/next-path";
import { serverNow } from "@/lib/server-clock";
import { trpc, type DecideAnswer, type LoginRequest } from "@/trpc/client";
import { ApproveOnlyIf } from "./approve-only-if";
import { BrowserCard } from "./browser-card";
import type { BrowserSide } from "./browser-side";
import { CompareCode } from "./compare-code";
import { DecisionBar } from "./decision-bar";
import { LifetimeChoice } from "./lifetime-choice";
import { LineOfNetworks } from "./line-of-networks";
import { NetworksWarning } from "./networks-warning";
import type { Outcome } from "./outcome-page";
import { PageHeading } from "./page-heading";
import { ScopeList } from "./scope-list";
import { SIGN_IN_FIRST, SignInFirst } from "./sign-in-first";
import { TerminalCard } from "./terminal-card";
import { useLifetime } from "./use-lifetime";
import { useOnce } from "./use-once";
import { useScopeChoice } from "./use-scope-choice";
import { WhereFactsComeFrom } from "./where-facts-come-from";

interface ReviewProps {
  code: string;
  request: LoginRequest;
  cliName: string;
  browser: BrowserSide;
  onDecided: (outcome: Outcome) => void;
}

const NOT_COMPARED = "Compare the code first, then tick the box.";

const FILLED = { same: "approve", different: "deny", unknown: null } as const;

export function Review({ code, request, cliName, browser, onDecided }: ReviewProps) {
  const { client, mayApprove, sides } = request;
  const signInFirst = mayApprove && browser.mustSignInAgain;
  const { busy, problem, run } = useOnce();
  const [compared, setCompared] = useState(false);
  const choice = useScopeChoice(request.scopes);
  const lifetime = useLifetime(request.lifetimesSeconds);
  const expired = useExpiry(request.expiresAt);

  useEffect(() => {
    // A decision that is under way may still have been in time: its answer says.
    if (expired && busy === null) onDecided({ kind: "expired", when: "before", client });
  }, [expired, busy, onDecided, client]);

  function whyAsleep(): string | null {
    if (!mayApprove) return null;
    if (signInFirst) return SIGN_IN_FIRST;
    return choice.asleep ?? (compared ? null : NOT_COMPARED);
  }

  const grantId = request.id;
  const approve = () =>
    trpc.grants.decide.mutate({
      ...{ grantId, decision: "approve", scopes: choice.chosen, lifetimeSeconds: lifetime.chosen },
    });
  const deny = (wasNotMe: boolean) => trpc.grants.decide.mutate({ grantId, decision: "deny", wasNotMe });
  const decide = (name: "approve" | "deny" | "disown") =>
    run(
      name,
      () => (name === "approve" ? approve() : deny(name === "disown")),
      (answer) => onDecided(outcomeOf(answer, name === "disown", request)),
    );

  return (
    <main className="column-width pt-4 sm:pt-8 sm:pb-16">
      <PageHeading
        title="Is this you, signing in from a terminal?"
        announce
        lead={
          <>
            <ApproveOnlyIf client={client} cliName={cliName} /> Nobody else should ever send you this code.
          </>
        }
      />
      <div className="mt-6 flex flex-col gap-4 sm:mt-7">
        <NetworksWarning
          request={request}
          risk="If somebody sent you this code or asked you to enter it, this is how accounts are stolen: deny."
        />
        {signInFirst && <SignInFirst returnTo={authorizePath(code)} />}
        <CompareCode
          client={client}
          code={code}
          compared={mayApprove && !signInFirst ? compared : null}
          disabled={busy !== null}
          onCompare={setCompared}
        />
        <div className="grid grid-cols-1 sm:grid-cols-[1fr_5.75rem_1fr]">
          <TerminalCard request={request} />
          <LineOfNetworks sides={sides} />
          <BrowserCard browser={browser} source={sides.browser} />
        </div>
      </div>
      <WhereFactsComeFrom sources={[sides.terminal, sides.browser]}>
        Name, system and client are what the terminal says of itself. The address is where its request came
        from.
      </WhereFactsComeFrom>
      {mayApprove && (
        <ScopeList choice={choice} disabled={busy !== null || signInFirst}>
          <LifetimeChoice
            {...lifetime}
            label="Keep this terminal signed in for"
            disabled={busy !== null || signInFirst}
          />
        </ScopeList>
      )}
      <DecisionBar
        busy={busy}
        asleep={whyAsleep()}
        mayApprove={mayApprove}
        filled={mayApprove ? FILLED[sides.networks] : "deny"}
        expiresAt={request.expiresAt}
        onDecide={decide}
        onDisown={() => decide("disown")}
      >
        <ProblemCallout problem={problem} returnTo={authorizePath(code)} />
      </DecisionBar>
    </main>
  );
}

function outcomeOf(
  answer: DecideAnswer,
  wasNotMe: boolean,
  { client, deviceName, sides }: LoginRequest,
): Outcome {
  switch (answer.kind) {
    case "already-decided":
      return { kind: answer.status, when: "before", client };
    case "denied":
      if (!wasNotMe) return { kind: "denied", when: "now", deviceName, client };
      return {
        kind: "disowned",
        when: "now",
        client,
        from: sides.terminal,
        pausedSeconds: answer.pausedSeconds,
      };
    default:
      return { kind: answer.kind, when: "now", deviceName, client };
  }
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
