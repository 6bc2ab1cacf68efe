import { useTranslations } from "#translations";
import { ProblemCallout } from "@/components/site/problem-callout";
import { TooOld } from "@/components/site/too-old";
import { loginPath } from "@/lib/next-path";
import { ApproveOnlyIf } from "./approve-only-if";
import { BrowserCard } from "./browser-card";
import type { BrowserSide } from "./browser-side";
import { CompareCode } from "./compare-code";
import { DecisionBar } from "./decision-bar";
import { LifetimeChoice } from "./lifetime-choice";
import { LineOfNetworks } from "./line-of-networks";
import { NetworksWarning } from "./networks-warning";
import { PageHeading } from "./page-heading";
import { ScopeList } from "./scope-list";
import { TerminalCard } from "./terminal-card";
import type { ReviewView } from "./view";
import { WhereFactsComeFrom } from "./where-facts-come-from";

interface ReviewProps {
  view: ReviewView;
  cliName: string;
  browser: BrowserSide;
}

const FILLED = { same: "approve", different: "deny", unknown: null } as const;

/** Who asks, and the question: one form, which a browser can send without a script. */
export function Review({ view: { code, request, problem }, cliName, browser }: ReviewProps) {
  const t = useTranslations("authorize");
  const { client, mayApprove, sides } = request;
  const signInFirst = mayApprove && browser.mustSignInAgain;
  const path = loginPath(request.id, code);
  return (
    <main className="column-width pt-4 sm:pt-8 sm:pb-16">
      <form
        method="post"
        action={loginPath(request.id, "")}
        data-decision
        data-not-compared={t("decide.notCompared")}
        data-allows-nothing={t("decide.allowsNothing")}
      >
        {/* Enter in a field presses a form's first button: this one, which does nothing. */}
        <button type="submit" disabled hidden />
        <input type="hidden" name="user_code" value={code} />
        <PageHeading
          title={t("review.title")}
          lead={
            <>
              <ApproveOnlyIf client={client} cliName={cliName} on="review" /> {t("review.nobodyElse")}
            </>
          }
        />
        <div className="mt-6 flex flex-col gap-4 sm:mt-7">
          <NetworksWarning request={request} risk={t("review.risk")} />
          {signInFirst && <TooOld to="approve" returnTo={path} />}
          <CompareCode client={client} code={code} canBeCompared={mayApprove && !signInFirst} />
          <div className="grid grid-cols-1 sm:grid-cols-[1fr_5.75rem_1fr]">
            <TerminalCard request={request} />
            <LineOfNetworks sides={sides} />
            <BrowserCard browser={browser} source={sides.browser} />
          </div>
        </div>
        <WhereFactsComeFrom sources={[sides.terminal, sides.browser]}>
          {t("review.hearsay")}
        </WhereFactsComeFrom>
        {mayApprove && (
          <ScopeList offers={request.scopes} disabled={signInFirst}>
            <LifetimeChoice
              choices={request.lifetimesSeconds}
              label={t("review.keep")}
              disabled={signInFirst}
            />
          </ScopeList>
        )}
        <DecisionBar
          mustCompare={mayApprove && !signInFirst}
          asleep={signInFirst ? t("decide.signInFirst") : null}
          mayApprove={mayApprove}
          filled={mayApprove ? FILLED[sides.networks] : "deny"}
          expiresAt={request.expiresAt}
          canDisown
        >
          {/* Where it is said above what to do, saying it again would only ask which of the two. */}
          <ProblemCallout problem={signInFirst && problem?.signIn ? null : problem} returnTo={path} />
        </DecisionBar>
      </form>
    </main>
  );
}
