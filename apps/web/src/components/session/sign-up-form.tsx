"use client";

import { useTranslations } from "#translations";
import { Callout } from "@/components/ui/callout";
import { text } from "@/lib/form-data";
import { explainShutDoor, signUp } from "@/lib/sign-in";
import type { ReturnedForm } from "@/lib/returned-form";
import { Field } from "./field";
import { PasswordField } from "./password-field";
import { SubmitButton } from "./submit-button";
import { useAuthForm } from "./use-auth-form";

const MIN_PASSWORD = 8;

interface SignUpFormProps {
  next: string;
  /** What came back of a form that was sent without a script. */
  returned: ReturnedForm | null;
}

export function SignUpForm({ next, returned }: SignUpFormProps) {
  const t = useTranslations("session");
  const form = useAuthForm(
    next,
    (fields) => {
      const password = text(fields, "password");
      if (password.length < MIN_PASSWORD) {
        return { kind: "refused", field: "password", word: "passwordShort" };
      }
      return signUp({ name: text(fields, "name").trim(), email: text(fields, "email").trim(), password });
    },
    returned && explainShutDoor(returned.door),
  );
  return (
    <form method="post" action="/sign-up/password" onSubmit={form.onSubmit} className="space-y-5">
      <input type="hidden" name="next" value={next} />
      <Field
        id="name"
        name="name"
        label={t("name")}
        autoComplete="name"
        maxLength={100}
        required
        defaultValue={returned?.name}
        autoFocus={!returned}
      />
      <Field
        id="email"
        name="email"
        label={t("email")}
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        defaultValue={returned?.email}
        error={form.errorOf("email")}
      />
      <PasswordField
        autoComplete="new-password"
        hint={t("passwordHint", { count: MIN_PASSWORD })}
        error={form.errorOf("password")}
      />
      {form.general && (
        <Callout tone="danger" role="alert">
          {form.general}
        </Callout>
      )}
      <SubmitButton busy={form.busy}>{t("createAccount")}</SubmitButton>
    </form>
  );
}
