"use client";

import { useTranslations } from "#translations";
import { Callout } from "@/components/ui/callout";
import { text } from "@/lib/form-data";
import { SECOND_STEP } from "@/lib/next-path";
import { giveCode, type SignInRefusal } from "@/lib/sign-in";
import { Field } from "./field";
import { SubmitButton } from "./submit-button";
import { useAuthForm } from "./use-auth-form";

interface CodeFormProps {
  next: string;
  /** Why a form that was sent without a script came back. */
  former: SignInRefusal | null;
}

/** The second step of a sign-in by password: a code of the app, or a backup code. */
export function CodeForm({ next, former }: CodeFormProps) {
  const t = useTranslations("session");
  const form = useAuthForm(next, (fields) => giveCode({ code: text(fields, "code") }), former);
  return (
    <form method="post" action={`${SECOND_STEP}/code`} onSubmit={form.onSubmit} className="space-y-5">
      <input type="hidden" name="next" value={next} />
      <Field
        id="code"
        name="code"
        label={t("code")}
        // Not numeric: a backup code has letters.
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
        autoFocus
        className="mt-1.5 font-mono tracking-[0.08em]"
        error={form.errorOf("code")}
      />
      {form.general && (
        <Callout tone="danger" role="alert">
          {form.general}
        </Callout>
      )}
      <SubmitButton busy={form.busy}>{t("signIn")}</SubmitButton>
    </form>
  );
}
