"use client";

import { useState, type FormEvent } from "react";
import { useLocale, useTranslations } from "#translations";
import { duration } from "@/lib/dates";
import { secondStep } from "@/lib/next-path";
import type { SignInAnswer, SignInRefusal } from "@/lib/sign-in";

/**
 * Sends a form once, keeps what was typed when it is refused, and leaves for `next` when it is not. `former` is the
 * refusal of a form that the browser sent itself, without a script.
 */
export function useAuthForm(
  next: string,
  send: (fields: FormData) => Promise<SignInAnswer> | SignInRefusal,
  former: SignInRefusal | null,
) {
  const wordsOf = useSignInWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState(former);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setRefusal(null);
    const answer = await send(new FormData(form));
    // A full load: every page is rendered anew for the person who is now signed in.
    if (answer.kind === "ok") return window.location.assign(next);
    if (answer.kind === "second-step") return window.location.assign(secondStep(next));
    setRefusal(answer);
    setBusy(false);
    if (answer.field) form.querySelector<HTMLInputElement>(`[name="${answer.field}"]`)?.focus();
  }

  return {
    busy,
    onSubmit,
    general: refusal && !refusal.field ? wordsOf(refusal) : null,
    errorOf: (field: SignInRefusal["field"]) => (refusal?.field === field ? wordsOf(refusal) : null),
  };
}

/** How a refusal is said. */
export function useSignInWords(): (refusal: SignInRefusal) => string {
  const t = useTranslations("session.refused");
  const language = useLocale();
  return ({ word, retryAfterSeconds }) =>
    word === "tooMany" && retryAfterSeconds
      ? t("tooMany", { wait: duration(retryAfterSeconds, language) })
      : t(word === "tooMany" ? "tooManyForNow" : word);
}
