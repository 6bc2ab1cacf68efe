"use client";

import { useState, type FormEvent } from "react";
import type { SignInAnswer } from "@/lib/sign-in";

type Refusal = Extract<SignInAnswer, { kind: "refused" }>;

/** Sends a form once, keeps what was typed when it is refused, and leaves for `next` when it is not. */
export function useAuthForm(next: string, send: (fields: FormData) => Promise<SignInAnswer> | Refusal) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setRefusal(null);
    const answer = await send(new FormData(form));
    // A full load: every page is rendered anew for the person who is now signed in.
    if (answer.kind === "ok") return window.location.assign(next);
    setRefusal(answer);
    setBusy(false);
    if (answer.field) form.querySelector<HTMLInputElement>(`[name="${answer.field}"]`)?.focus();
  }

  return {
    busy,
    onSubmit,
    general: refusal && !refusal.field ? refusal.message : null,
    errorOf: (field: Refusal["field"]) => (refusal?.field === field ? refusal.message : null),
  };
}
