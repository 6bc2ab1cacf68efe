"use client";

import type { FormEvent } from "react";
import { useTranslations } from "#translations";
import { Field } from "@/components/session/field";
import { Button } from "@/components/ui/button";
import { text } from "@/lib/form-data";
import { QrCode } from "./qr-code";
import { Refusal } from "./refusal";
import { useConfirmSecondFactor } from "./use-second-factor";

interface AuthenticatorSetUpProps {
  uri: string;
  secret: string;
  onOn: (backupCodes: string[]) => void;
  onCancel: () => void;
}

/** What the app is told, and the code by which it shows that it has understood. */
export function AuthenticatorSetUp({ uri, secret, onOn, onCancel }: AuthenticatorSetUpProps) {
  const t = useTranslations("account.secondFactor");
  const cancel = useTranslations("site")("cancel");
  const confirm = useConfirmSecondFactor();
  const answer = confirm.data?.kind;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = text(new FormData(event.currentTarget), "first-code");
    confirm.mutate({ code }, { onSuccess: (said) => said.kind === "on" && onOn(said.backupCodes) });
  }

  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-wrap gap-6 p-4 sm:p-5">
      <QrCode text={uri} label={t("scanLabel")} />
      <div className="min-w-0 flex-1 basis-64 space-y-4">
        <div className="text-body text-muted-foreground">
          {t("scan")}
          <code className="mt-1 block font-mono text-sm/6 font-medium wrap-anywhere text-foreground">
            {secret.replace(/(.{4})(?=.)/g, "$1 ")}
          </code>
          <a href={uri} className="link mt-1 inline-block text-sm font-medium text-foreground">
            {t("openApp")}
          </a>
        </div>
        <Field
          id="first-code"
          name="first-code"
          label={t("digits")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          required
          autoFocus
          className="mt-1.5 font-mono tracking-[0.08em]"
          error={answer === "wrong-code" ? t("wrongCode") : answer === "over" ? t("over") : null}
        />
        <Refusal error={confirm.error} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="ink" busy={confirm.isPending}>
            {t("turnOn")}
          </Button>
          <Button variant="ghost" onClick={onCancel} disabled={confirm.isPending}>
            {cancel}
          </Button>
        </div>
      </div>
    </form>
  );
}
