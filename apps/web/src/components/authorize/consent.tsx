"use client";

import { useState, type FormEvent } from "react";
import type { AuthorizationInput } from "@alprina/api";
import { ProblemCallout } from "@/components/site/problem-callout";
import { useHydrated } from "@/components/time/use-hydrated";
import { Card } from "@/components/ui/card";
import { ALLOWS_NOTHING } from "@/lib/decision-words";
import { describeReturn, type ReturnAddress } from "@/lib/return-address";
import { trpc, type AuthorizationConsent, type AuthorizationDecision } from "@/trpc/client";
import { ApproveOnlyIf } from "./approve-only-if";
import { BrowserCard } from "./browser-card";
import type { BrowserSide } from "./browser-side";
import { ClientLine } from "./client-line";
import { DecisionBar } from "./decision-bar";
import { LifetimeChoice } from "./lifetime-choice";
import { LineBetween } from "./line-between";
import { PageHeading } from "./page-heading";
import { ProgramCard } from "./program-card";
import { ScopeList } from "./scope-list";
import { SIGN_IN_FIRST, SignInFirst } from "./sign-in-first";
import { useOnce } from "./use-once";
import { WhereFactsComeFrom } from "./where-facts-come-from";

export interface ConsentProps {
  /** As it was sent: the server looks at it once more with the decision. */
  request: AuthorizationInput;
  consent: AuthorizationConsent;
  returnsTo: ReturnAddress;
  /** This page, to come back to. */
  path: string;
  cliName: string;
  browser: BrowserSide;
  onAnswer: (decision: "approve" | "deny", answer: AuthorizationDecision) => void;
}

/** The same question as for a code, from a program that has this browser beside it. */
export function Consent(props: ConsentProps) {
  const { request, consent, returnsTo, path, cliName, browser, onAnswer } = props;
  const hydrated = useHydrated();
  const { busy, problem, run } = useOnce();
  const [allowsNothing, setAllowsNothing] = useState(false);
  const locked = busy !== null || !hydrated || browser.mustSignInAgain;
  const isHere = returnsTo.kind !== "site";

  const asleep = browser.mustSignInAgain ? SIGN_IN_FIRST : allowsNothing ? ALLOWS_NOTHING : null;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { value } = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement;
    const decision = value === "approve" ? "approve" : "deny";
    if (decision === "approve" && asleep !== null) return;
    void run(
      decision,
      () =>
        trpc.authorizations.decide.mutate({
          ...{ request, decision, scopes: form.getAll("scope").map(String) },
          lifetimeSeconds: Number(form.get("lifetime")) || undefined,
          shownAccount: browser.viewer.email,
        }),
      (answer) => onAnswer(decision, answer),
    );
  }

  return (
    <main className="column-width pt-4 sm:pt-8 sm:pb-16">
      <form
        method="post"
        onSubmit={onSubmit}
        onChange={(event) => setAllowsNothing(!new FormData(event.currentTarget).has("scope"))}
      >
        {/* Enter in a field presses a form's first button: this one, which does nothing. */}
        <button type="submit" disabled hidden />
        <PageHeading
          title="Is this you, signing a program in?"
          lead={
            <>
              <ApproveOnlyIf client={consent.client} cliName={cliName} where="just now, on this computer" />{" "}
              If somebody sent you a link to this page, deny.
            </>
          }
        />
        <div className="mt-6 flex flex-col gap-4 sm:mt-7">
          {browser.mustSignInAgain && <SignInFirst returnTo={path} />}
          <Card className="px-5 py-5 sm:px-6">
            <ClientLine client={consent.client}>
              asks to sign in as{" "}
              <span className="font-medium wrap-anywhere text-foreground">{browser.viewer.email}</span>
            </ClientLine>
          </Card>
          <div className="grid grid-cols-1 sm:grid-cols-[1fr_5.75rem_1fr]">
            <ProgramCard consent={consent} returnsTo={returnsTo} />
            <LineBetween tone={isHere ? "near" : "plain"} label={isHere ? ["same", "computer"] : null} />
            <BrowserCard browser={browser} />
          </div>
        </div>
        <WhereFactsComeFrom sources={[browser.source]}>
          {consent.deviceName || consent.deviceOs || consent.clientVersion
            ? "Name, system and version are what the program says of itself."
            : null}
        </WhereFactsComeFrom>
        <ScopeList offers={consent.scopes} disabled={locked}>
          <LifetimeChoice
            choices={consent.lifetimesSeconds}
            label="Keep this program signed in for"
            disabled={locked}
          />
          <p className="border-t pt-4 text-sm/5 text-muted-foreground">
            Either way this page then goes back to{" "}
            <span className="wrap-anywhere text-foreground">{describeReturn(returnsTo)}</span>.
          </p>
        </ScopeList>
        <DecisionBar busy={busy} awake={hydrated} asleep={asleep} filled={isHere ? "approve" : null}>
          <ProblemCallout problem={problem} returnTo={path} />
        </DecisionBar>
      </form>
    </main>
  );
}
