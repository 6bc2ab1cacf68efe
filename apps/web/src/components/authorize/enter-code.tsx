"use client";

import { useRef, useState, type FormEvent } from "react";
import { ProblemCallout } from "@/components/site/problem-callout";
import { useHydrated } from "@/components/time/use-hydrated";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { authorizePath } from "@/lib/next-path";
import { isWholeUserCode, userCodeLetters } from "@/lib/user-code";
import { trpc, type ReviewAnswer } from "@/trpc/client";
import { CodeInput } from "./code-input";
import { PageHeading } from "./page-heading";
import { useOnce } from "./use-once";
import { WhereIsTheCode } from "./where-is-the-code";

interface EnterCodeProps {
  code: string;
  cameWithAddress: boolean;
  /** Back from an outcome. */
  returned: boolean;
  cliName: string;
  onReviewed: (code: string, answer: ReviewAnswer) => void;
}

const HINT = "code-hint";

export function EnterCode({ code, cameWithAddress, returned, cliName, onReviewed }: EnterCodeProps) {
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, run } = useOnce();
  const [missing, setMissing] = useState<string | null>(null);
  const [typed, setTyped] = useState(code);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem("user_code") as HTMLInputElement;
    const userCode = field.value;
    setTyped(userCode);
    if (!isWholeUserCode(userCode)) {
      const count = userCodeLetters(userCode).length;
      setMissing(count === 0 ? "Type the code first." : `A code has eight letters; here are ${count}.`);
      return field.focus();
    }
    void run(
      "review",
      () => trpc.grants.review.mutate({ userCode }),
      (answer) => onReviewed(userCode, answer),
    );
  }

  return (
    <main className="column-width pt-4 pb-16 sm:pt-8">
      <PageHeading
        title="Enter the code from your terminal"
        announce={returned}
        lead="Eight letters. On the next page you see who asks, before anything is signed in."
      />
      <Card className="mt-7 p-5 sm:p-7">
        <form ref={form} method="post" onSubmit={onSubmit} noValidate>
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
            <CodeInput
              defaultValue={code}
              invalid={missing !== null}
              describedBy={HINT}
              onType={(value) => {
                setTyped(value);
                setMissing(null);
              }}
            />
          </div>
          <p id={HINT} className="mt-2 text-sm text-muted-foreground" aria-live="polite">
            {missing ? (
              <span className="text-danger">{missing}</span>
            ) : (
              "Capital or small letters; the dash comes by itself."
            )}
          </p>
          <div className="mt-5 space-y-4">
            <ProblemCallout problem={problem} returnTo={authorizePath(typed)} />
            <Button
              type="submit"
              size="lg"
              width="full"
              busy={busy !== null}
              disabled={!hydrated}
              className="disabled:opacity-100"
            >
              Continue
            </Button>
          </div>
        </form>
      </Card>
      <WhereIsTheCode cliName={cliName} />
    </main>
  );
}
