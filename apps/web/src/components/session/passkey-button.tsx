"use client";

import { KeyRound } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "#translations";
import { useHydrated } from "@/components/time/use-hydrated";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { SignInRefusal } from "@/lib/sign-in";
import { useSignInWords } from "./use-auth-form";
import { hasPasskeys, offersPasskeysInFields, signInByPasskey, type PasskeyAnswer } from "@/lib/passkeys";

interface PasskeyButtonProps {
  next: string;
  /** The page has an e-mail field, from which the browser may offer passkeys too. */
  hasField: boolean;
}

/** Signs in by a passkey. Without a script, and where a browser has none, there is no button. */
export function PasskeyButton({ next, hasField }: PasskeyButtonProps) {
  const t = useTranslations("session");
  const wordsOf = useSignInWords();
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInRefusal | null>(null);

  function settle(answer: PasskeyAnswer) {
    // A full load: every page is rendered anew for the person who is now signed in.
    if (answer.kind === "ok") return window.location.assign(next);
    setBusy(false);
    setProblem(answer.kind === "refused" ? answer : null);
  }

  useEffect(() => {
    let isGone = false;
    void (async () => {
      if (!hasField || !(await offersPasskeysInFields()) || isGone) return;
      const answer = await signInByPasskey({ inField: true });
      if (isGone) return;
      if (answer.kind === "ok") return window.location.assign(next);
      // Nobody has asked for it yet, so only what somebody picked is worth a word.
      if (answer.kind === "refused") setProblem(answer);
    })();
    return () => {
      isGone = true;
    };
  }, [hasField, next]);

  if (!hydrated || !hasPasskeys()) return null;
  return (
    <div className="space-y-3">
      <Button
        variant="outline"
        size="lg"
        width="full"
        busy={busy}
        onClick={() => {
          setBusy(true);
          setProblem(null);
          void signInByPasskey().then(settle);
        }}
      >
        <KeyRound className="size-4.5" strokeWidth={1.75} aria-hidden />
        {t("usePasskey")}
      </Button>
      {problem && (
        <Callout tone="danger" role="alert">
          {wordsOf(problem)}
        </Callout>
      )}
    </div>
  );
}
