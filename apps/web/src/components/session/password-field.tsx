"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "#translations";
import { useHydrated } from "@/components/time/use-hydrated";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { FieldError } from "./field-error";

interface PasswordFieldProps {
  /** Of the field; on a page with several each has its own. */
  name?: string;
  label?: string;
  autoComplete: "current-password" | "new-password";
  hint?: string;
  error?: string | null;
  autoFocus?: boolean;
}

export function PasswordField({
  name = "password",
  label,
  autoComplete,
  hint,
  error,
  autoFocus,
}: PasswordFieldProps) {
  const t = useTranslations("session");
  const [shown, setShown] = useState(false);
  const hydrated = useHydrated();
  const Icon = shown ? EyeOff : Eye;
  const describedBy = error ? `${name}-error` : hint ? `${name}-hint` : undefined;
  return (
    <div>
      <Label htmlFor={name}>{label ?? t("password")}</Label>
      <div className="relative mt-1.5">
        <Input
          id={name}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus={autoFocus}
          className="pe-12"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
        />
        <button
          type="button"
          // Without a script it could do nothing.
          hidden={!hydrated}
          onClick={() => setShown(!shown)}
          aria-label={shown ? t("hideCharacters") : t("showCharacters")}
          aria-pressed={shown}
          className="absolute inset-y-1 end-1 grid w-9 place-items-center rounded-sm text-muted-foreground hover:text-foreground"
        >
          <Icon className="size-4.5" aria-hidden />
        </button>
      </div>
      {error ? (
        <FieldError id={`${name}-error`} message={error} />
      ) : (
        hint && (
          <p id={`${name}-hint`} className="mt-1.5 text-sm text-muted-foreground">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
