"use client";

import { useState, type FormEvent } from "react";
import type { AuthorizationInput } from "@alprina/api";
import { useTranslations } from "#translations";
import { ProblemCallout } from "@/components/site/problem-callout";
import { useHydrated } from "@/components/time/use-hydrated";
import { Card } from "@/components/ui/card";
import type { ReturnAddress } from "@/lib/return-address";
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
import { TooOld } from "@/components/site/too-old";
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

const GOES_BACK = {
  program: "consent.goesBackProgram",
  app: "consent.goesBackApp",
  site: "consent.goesBackSite",
} as const satisfies Record<ReturnAddress["kind"], string>;

/** The same question as for a code, from a program that has this browser beside it. */
export function Consent(props: ConsentProps) {
  const { request, consent, returnsTo, path, cliName, browser, onAnswer } = props;
  const t = useTranslations("authorize");
  const hydrated = useHydrated();
  const { busy, problem, run } = useOnce();
  const [allowsNothing, setAllowsNothing] = useState(false);
  const locked = busy !== null || !hydrated || browser.mustSignInAgain;
  const isHere = returnsTo.kind !== "site";

  const asleep = browser.mustSignInAgain
    ? t("decide.signInFirst")
    : allowsNothing
      ? t("decide.allowsNothing")
      : null;

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
          title={t("consent.title")}
          lead={
            <>
              <ApproveOnlyIf client={consent.client} cliName={cliName} on="consent" /> {t("consent.sentLink")}
            </>
          }
        />
        <div className="mt-6 flex flex-col gap-4 sm:mt-7">
          {browser.mustSignInAgain && <TooOld to="approve" returnTo={path} />}
          <Card className="px-5 py-5 sm:px-6">
            <ClientLine client={consent.client}>
              {t.rich("consent.asks", {
                email: browser.viewer.email,
                b: (email) => <span className="font-medium wrap-anywhere text-foreground">{email}</span>,
              })}
            </ClientLine>
          </Card>
          <div className="grid grid-cols-1 sm:grid-cols-[1fr_5.75rem_1fr]">
            <ProgramCard consent={consent} returnsTo={returnsTo} />
            <LineBetween
              tone={isHere ? "near" : "plain"}
              label={isHere && t.rich("line.sameComputer", { br: () => <br className="max-sm:hidden" /> })}
            />
            <BrowserCard browser={browser} />
          </div>
        </div>
        <WhereFactsComeFrom sources={[browser.source]}>
          {consent.deviceName || consent.deviceOs || consent.clientVersion ? t("consent.hearsay") : null}
        </WhereFactsComeFrom>
        <ScopeList offers={consent.scopes} disabled={locked}>
          <LifetimeChoice choices={consent.lifetimesSeconds} label={t("consent.keep")} disabled={locked} />
          <p className="border-t pt-4 text-sm/5 text-muted-foreground">
            {t.rich(GOES_BACK[returnsTo.kind], {
              address: returnsTo.address,
              b: (where) => <span className="wrap-anywhere text-foreground">{where}</span>,
            })}
          </p>
        </ScopeList>
        <DecisionBar busy={busy} awake={hydrated} asleep={asleep} filled={isHere ? "approve" : null}>
          <ProblemCallout problem={problem} returnTo={path} />
        </DecisionBar>
      </form>
    </main>
  );
}
