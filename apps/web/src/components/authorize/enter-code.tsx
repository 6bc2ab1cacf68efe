import { useTranslations } from "#translations";
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
  const t = useTranslations("authorize.enter");
  const { code, cameWithAddress, lettersGiven, problem } = view;
  return (
    <main className="column-width pt-4 pb-16 sm:pt-8">
      <PageHeading title={t("title")} lead={t("lead")} />
      <Card className="mt-7 p-5 sm:p-7">
        <form method="post" action="/authorize" noValidate>
          {cameWithAddress && (
            <Callout tone="warn" className="mb-5">
              {t.rich("cameWithLink", { b: (words) => <strong className="font-semibold">{words}</strong> })}
            </Callout>
          )}
          <label htmlFor="user-code" className="block text-sm font-medium">
            {t("code")}
          </label>
          <div className="mt-2">
            <CodeInput
              code={code}
              invalid={lettersGiven !== null}
              describedBy={HINT}
              missing={[t("nothing"), ...[1, 2, 3, 4, 5, 6, 7].map((count) => t("some", { count }))]}
            />
          </div>
          <p id={HINT} className="mt-2 text-sm text-muted-foreground">
            {lettersGiven === null ? (
              t("hint")
            ) : (
              <span className="text-danger">
                {lettersGiven === 0 ? t("nothing") : t("some", { count: lettersGiven })}
              </span>
            )}
          </p>
          <div className="mt-5 space-y-4">
            <ProblemCallout problem={problem} returnTo={authorizePath(code)} />
            <Button type="submit" size="lg" width="full">
              {t("continue")}
            </Button>
          </div>
        </form>
      </Card>
      <WhereIsTheCode cliName={cliName} />
    </main>
  );
}
