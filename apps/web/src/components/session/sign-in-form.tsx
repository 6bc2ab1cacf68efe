"use client";

import { Callout } from "@/components/ui/callout";
import { text } from "@/lib/form-data";
import { signIn } from "@/lib/sign-in";
import { Field } from "./field";
import { PasswordField } from "./password-field";
import { SubmitButton } from "./submit-button";
import { useAuthForm } from "./use-auth-form";

/** With `email` for somebody who is known already, and need only type the password. */
export function SignInForm({ next, email }: { next: string; email?: string }) {
  const form = useAuthForm(next, (fields) =>
    signIn({ email: text(fields, "email").trim(), password: text(fields, "password") }),
  );
  return (
    <form method="post" onSubmit={form.onSubmit} className="space-y-5">
      <Field
        id="email"
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        defaultValue={email}
        autoFocus={!email}
        error={form.errorOf("email")}
      />
      <PasswordField
        autoComplete="current-password"
        autoFocus={Boolean(email)}
        error={form.errorOf("password")}
      />
      {form.general && (
        <Callout tone="danger" role="alert">
          {form.general}
        </Callout>
      )}
      <SubmitButton busy={form.busy}>Sign in</SubmitButton>
    </form>
  );
}
