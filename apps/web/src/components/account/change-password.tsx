"use client";

import { useRef, useState, type FormEvent } from "react";
import { useTranslations } from "#translations";
import { PasswordField } from "@/components/session/password-field";
import { TooOld } from "@/components/site/too-old";
import { useHydrated } from "@/components/time/use-hydrated";
import { Button } from "@/components/ui/button";
import { text } from "@/lib/form-data";
import { Choice } from "./choice";
import { Refusal } from "./refusal";
import { useChangePassword } from "./use-account";

const MIN_PASSWORD = 8;

interface ChangePasswordProps {
  email: string;
  others: number;
  devices: number;
  mustSignInAgain: boolean;
}

/** Old and new password; what ends with the change is said before it is made. */
export function ChangePassword(props: ChangePasswordProps) {
  const t = useTranslations("account");
  const { email, others, devices, mustSignInAgain } = props;
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const change = useChangePassword();
  const [withDevices, setWithDevices] = useState(false);
  const [isShort, setShort] = useState(false);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const newPassword = text(fields, "new-password");
    setShort(newPassword.length < MIN_PASSWORD);
    if (newPassword.length < MIN_PASSWORD) return;
    change.mutate(
      { oldPassword: text(fields, "old-password"), newPassword, devices: withDevices && devices > 0 },
      { onSuccess: ({ kind }) => kind === "changed" && form.current?.reset() },
    );
  }

  if (mustSignInAgain) {
    return <TooOld to="changePassword" returnTo="/settings/account" className="m-4 sm:m-5" />;
  }
  const isWrong = change.data?.kind === "wrong-password";
  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="space-y-5 p-4 sm:p-5">
      {/* For password managers, which file a password under a name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <div className="grid gap-5 sm:grid-cols-2">
        <PasswordField
          name="old-password"
          label={t("password.old")}
          autoComplete="current-password"
          error={isWrong ? t("password.wrong") : null}
        />
        <PasswordField
          name="new-password"
          label={t("password.new")}
          autoComplete="new-password"
          error={isShort ? t("password.short", { count: MIN_PASSWORD }) : null}
        />
      </div>
      <p className="text-body text-muted-foreground">{t("password.others", { count: others })}</p>
      {devices > 0 && (
        <Choice checked={withDevices} onChange={setWithDevices}>
          {t("alsoDevices", { count: devices })}
        </Choice>
      )}
      <Refusal error={change.error} />
      <Button
        type="submit"
        variant="ink"
        busy={change.isPending}
        disabled={!hydrated}
        className="max-sm:w-full"
      >
        {t("password.change")}
      </Button>
    </form>
  );
}
