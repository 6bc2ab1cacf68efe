"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "#translations";
import { useHydrated } from "@/components/time/use-hydrated";
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
}

/** One button for each identity provider. The way back leads to `next`, or to /sign-in with a reason. */
export function ProviderButtons({ providers, next, again, alone }: ProviderButtonsProps) {
  const t = useTranslations("session");
  const wordsOf = useSignInWords();
  const hydrated = useHydrated();
  const [leavingFor, setLeavingFor] = useState<string | null>(null);
  const [problem, setProblem] = useState<SignInRefusal | null>(null);

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
        <Button
          key={id}
          variant={alone && providers.length === 1 ? "primary" : "outline"}
          size="lg"
          width="full"
          busy={leavingFor === id}
          disabled={!hydrated || leavingFor !== null}
          className="h-auto! min-h-12.5 py-2.5 wrap-anywhere whitespace-normal! disabled:opacity-100"
          onClick={() => leave(id)}
        >
          {t("continueWith", { name })}
        </Button>
      ))}
      {problem && (
        <Callout tone="danger" role="alert">
          {wordsOf(problem)}
        </Callout>
      )}
    </div>
  );
}
