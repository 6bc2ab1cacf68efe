"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { signInAgain, withNext } from "@/lib/next-path";
import { signInElsewhere, type SignInRefusal } from "@/lib/sign-in";
import { useSignInWords } from "./use-auth-form";

interface ProviderButtonsProps {
  providers: { id: string; name: string }[];
  next: string;
  again?: boolean;
  /** Nothing else on the page signs anybody in. */
  alone: boolean;
  /** Why the same form brought nobody in when the browser sent it without a script. */
  former: SignInRefusal | null;
}

/** One button for each identity provider. The way back leads to `next`, or to /sign-in with a reason. */
export function ProviderButtons({ providers, next, again, alone, former }: ProviderButtonsProps) {
  const t = useTranslations("session");
  const wordsOf = useSignInWords();
  const [leavingFor, setLeavingFor] = useState<string | null>(null);
  const [problem, setProblem] = useState(former);

  // Who comes back by the browser's own button finds the page as it was left: at work, for good.
  useEffect(() => {
    const takeUp = () => setLeavingFor(null);
    window.addEventListener("pageshow", takeUp);
    return () => window.removeEventListener("pageshow", takeUp);
  }, []);

  async function leave(provider: string) {
    setLeavingFor(provider);
    setProblem(null);
    const answer = await signInElsewhere(provider, {
      next,
      page: again ? signInAgain(next) : withNext("/sign-in", next),
    });
    if (answer.kind !== "refused") return;
    setProblem(answer);
    setLeavingFor(null);
  }

  return (
    <div className="space-y-3">
      {providers.map(({ id, name }) => (
        <form
          key={id}
          method="post"
          action="/sign-in/provider"
          onSubmit={(event) => {
            event.preventDefault();
            void leave(id);
          }}
        >
          <input type="hidden" name="provider" value={id} />
          <input type="hidden" name="next" value={next} />
          {again && <input type="hidden" name="again" value="1" />}
          <Button
            type="submit"
            variant={alone && providers.length === 1 ? "primary" : "outline"}
            size="lg"
            width="full"
            busy={leavingFor === id}
            disabled={leavingFor !== null}
            className="h-auto! min-h-12.5 py-2.5 wrap-anywhere whitespace-normal! disabled:opacity-100"
          >
            {t("continueWith", { name })}
          </Button>
        </form>
      ))}
      {problem && (
        <Callout tone="danger" role="alert">
          {wordsOf(problem)}
        </Callout>
      )}
    </div>
  );
}
