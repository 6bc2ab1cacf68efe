"use client";

import { useRef, useState } from "react";
import { useTranslations } from "#translations";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { Field } from "@/components/session/field";
import { PasswordField } from "@/components/session/password-field";
import { TooOld } from "@/components/site/too-old";
import { Button } from "@/components/ui/button";
import { text } from "@/lib/form-data";
import { Refusal } from "./refusal";
import { useDeleteAccount } from "./use-account";

interface DeleteAccountProps {
  email: string;
  hasPassword: boolean;
  browsers: number;
  devices: number;
  mustSignInAgain: boolean;
}

/** Says what goes and what stays, then asks for the e-mail address, and the password of whoever has one. */
export function DeleteAccount(props: DeleteAccountProps) {
  const t = useTranslations("account.remove");
  const { email, hasPassword, browsers, devices, mustSignInAgain } = props;
  const [open, setOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const remove = useDeleteAccount();
  const answer = remove.data?.kind;

  function send() {
    if (!form.current?.reportValidity()) return;
    const fields = new FormData(form.current);
    const password = hasPassword ? text(fields, "confirm-password") : undefined;
    remove.mutate({ email: text(fields, "confirm-email"), password });
  }

  return (
    <div className="space-y-4 p-4 sm:p-5">
      <ul className="list-disc space-y-1 ps-5 text-body text-muted-foreground marker:text-border-strong">
        <li>
          {devices > 0 ? t("endsDevices", { devices, browsers }) : t("endsBrowsers", { count: browsers })}
        </li>
        <li>{t("identity")}</li>
        <li>{t("log")}</li>
      </ul>
      {mustSignInAgain ? (
        <TooOld to="deleteAccount" returnTo="/settings/account" />
      ) : (
        <Button variant="danger" className="max-sm:w-full" onClick={() => setOpen(true)}>
          {t("button")}
        </Button>
      )}
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          remove.reset();
        }}
        title={t("question")}
        description={t.rich(hasPassword ? "typeWithPassword" : "type", {
          email,
          b: (words) => <b className="wrap-anywhere text-foreground">{words}</b>,
        })}
        confirm={t("confirm")}
        busy={remove.isPending}
        problem={null}
        onConfirm={send}
      >
        <form
          ref={form}
          method="post"
          className="mt-5 space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Field
            id="confirm-email"
            name="confirm-email"
            label={t("email")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            inputMode="email"
            required
            error={answer === "wrong-email" ? t("wrongEmail") : null}
          />
          {hasPassword && (
            <PasswordField
              name="confirm-password"
              label={t("password")}
              autoComplete="current-password"
              error={answer === "wrong-password" ? t("wrongPassword") : null}
            />
          )}
          <Refusal error={remove.error} />
          {/* Enter in a field sends; the button that everybody sees stands below, with Cancel beside it. */}
          <button type="submit" hidden />
        </form>
      </ConfirmDialog>
    </div>
  );
}
