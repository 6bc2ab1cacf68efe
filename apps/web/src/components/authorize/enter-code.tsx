import { ProblemCallout } from "@/components/site/problem-callout";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { authorizePath } from "@/lib/next-path";
import { CodeInput } from "./code-input";
import { PageHeading } from "./page-heading";
import type { EnterView } from "./view";
import { WhereIsTheCode } from "./where-is-the-code";

const HINT = "code-hint";

/** One real field for the code. Nothing happens with it before the click. */
export function EnterCode({ view, cliName }: { view: EnterView; cliName: string }) {
  const { code, cameWithAddress, missing, problem } = view;
  return (
    <main className="column-width pt-4 pb-16 sm:pt-8">
      <PageHeading
        title="Enter the code from your terminal"
        lead="Eight letters. On the next page you see who asks, before anything is signed in."
      />
      <Card className="mt-7 p-5 sm:p-7">
        <form method="post" action="/authorize" noValidate>
          {cameWithAddress && (
            <Callout tone="warn" className="mb-5">
              <strong className="font-semibold">This code came with the link.</strong> Compare it with your
              terminal, letter for letter. If you have no terminal that waits, close this page.
            </Callout>
          )}
          <label htmlFor="user-code" className="block text-sm font-medium">
            Code
          </label>
          <div className="mt-2">
            <CodeInput code={code} invalid={missing !== null} describedBy={HINT} />
          </div>
          <p id={HINT} className="mt-2 text-sm text-muted-foreground">
            {missing ? (
              <span className="text-danger">{missing}</span>
            ) : (
              "Capital or small letters; the dash comes by itself."
            )}
          </p>
          <div className="mt-5 space-y-4">
            <ProblemCallout problem={problem} returnTo={authorizePath(code)} />
            <Button type="submit" size="lg" width="full">
              Continue
            </Button>
          </div>
        </form>
      </Card>
      <WhereIsTheCode cliName={cliName} />
    </main>
  );
}
