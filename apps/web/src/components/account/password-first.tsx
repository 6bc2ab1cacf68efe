"use client";

import type { FormEvent } from "react";
import { useTranslations } from "#translations";
import { PasswordField } from "@/components/session/password-field";
import { Button } from "@/components/ui/button";
import { text } from "@/lib/form-data";
import { Refusal } from "./refusal";

interface PasswordFirstProps {
  email: string;
  /** Of the button: what the password is for. */
  action: string;
  isDanger?: boolean;
  busy: boolean;
  isWrong: boolean;
  error: Error | null;
  onPassword: (password: string) => void;
  onCancel: () => void;
}

/** Asks for the password before something that an open browser alone must not do. */
export function PasswordFirst(props: PasswordFirstProps) {
  const t = useTranslations("account.secondFactor");
  const cancel = useTranslations("site")("cancel");
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    props.onPassword(text(new FormData(event.currentTarget), "factor-password"));
  }
  return (
    <form method="post" onSubmit={onSubmit} className="space-y-4">
      <input type="hidden" name="username" autoComplete="username" value={props.email} readOnly />
      <div className="max-w-100">
        <PasswordField
          name="factor-password"
          label={t("password")}
          autoComplete="current-password"
          autoFocus
          error={props.isWrong ? t("wrongPassword") : null}
        />
      </div>
      <Refusal error={props.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={props.isDanger ? "danger" : "ink"} busy={props.busy}>
          {props.action}
        </Button>
        <Button variant="ghost" onClick={props.onCancel} disabled={props.busy}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
