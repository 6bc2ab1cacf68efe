"use client";

import { useTranslations } from "#translations";
import { Callout } from "@/components/ui/callout";
import { text } from "@/lib/form-data";
import { explainShutDoor, signIn } from "@/lib/sign-in";
import type { ReturnedForm } from "@/lib/returned-form";
import { Field } from "./field";
import { PasswordField } from "./password-field";
import { SubmitButton } from "./submit-button";
import { useAuthForm } from "./use-auth-form";

interface SignInFormProps {
  next: string;
  /** Of somebody who is known already, and need only type the password. */
  email?: string;
  /** What came back of a form that was sent without a script. */
  returned: ReturnedForm | null;
  again: boolean;
}

export function SignInForm({ next, email, returned, again }: SignInFormProps) {
  const t = useTranslations("session");
  const form = useAuthForm(
    next,
    (fields) => signIn({ email: text(fields, "email").trim(), password: text(fields, "password") }),
    returned && explainShutDoor(returned.door),
  );
  const known = email ?? returned?.email;
  return (
    <form method="post" action="/sign-in/password" onSubmit={form.onSubmit} className="space-y-5">
      <input type="hidden" name="next" value={next} />
      {again && <input type="hidden" name="again" value="1" />}
      <Field
        id="email"
        name="email"
        label={t("email")}
        type="email"
        // From here the browser offers passkeys, too.
        autoComplete="username webauthn"
        inputMode="email"
        required
        defaultValue={known}
        autoFocus={!known}
        error={form.errorOf("email")}
      />
      <PasswordField
        autoComplete="current-password"
        autoFocus={Boolean(known)}
        error={form.errorOf("password")}
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
