"use client";

import { Callout } from "@/components/ui/callout";
import { text } from "@/lib/form-data";
import { signUp } from "@/lib/sign-in";
import { Field } from "./field";
import { PasswordField } from "./password-field";
import { SubmitButton } from "./submit-button";
import { useAuthForm } from "./use-auth-form";

const MIN_PASSWORD = 8;

export function SignUpForm({ next }: { next: string }) {
  const form = useAuthForm(next, (fields) => {
    const password = text(fields, "password");
    if (password.length < MIN_PASSWORD) {
      return { kind: "refused", field: "password", message: `Use at least ${MIN_PASSWORD} characters.` };
    }
    return signUp({ name: text(fields, "name").trim(), email: text(fields, "email").trim(), password });
  });
  return (
    <form method="post" onSubmit={form.onSubmit} className="space-y-5">
      <Field id="name" name="name" label="Name" autoComplete="name" maxLength={100} required autoFocus />
      <Field
        id="email"
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        error={form.errorOf("email")}
      />
      <PasswordField
        autoComplete="new-password"
        hint={`At least ${MIN_PASSWORD} characters.`}
        error={form.errorOf("password")}
      />
      {form.general && (
        <Callout tone="danger" role="alert">
          {form.general}
        </Callout>
      )}
      <SubmitButton busy={form.busy}>Create account</SubmitButton>
    </form>
  );
}
