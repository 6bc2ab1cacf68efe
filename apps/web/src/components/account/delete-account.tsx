"use client";

import { useRef, useState } from "react";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { Field } from "@/components/session/field";
import { PasswordField } from "@/components/session/password-field";
import { TooOld } from "@/components/site/too-old";
import { Button } from "@/components/ui/button";
import { text } from "@/lib/form-data";
import { Refusal } from "./refusal";
import { useDeleteAccount } from "./use-account";
import { browsersInWords, ownDevices } from "./words";

interface DeleteAccountProps {
  email: string;
  hasPassword: boolean;
  browsers: number;
  devices: number;
  mustSignInAgain: boolean;
}

/** Says what goes and what stays, then asks for the e-mail address, and the password of whoever has one. */
export function DeleteAccount(props: DeleteAccountProps) {
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
      <ul className="list-disc space-y-1 pl-5 text-[15px]/6 text-muted-foreground marker:text-border-strong">
        <li>
          {devices > 0
            ? `Your ${ownDevices(devices)} and ${browsersInWords(browsers)} are signed out at once: keys stop working.`
            : `${browsersInWords(browsers)} ${browsers === 1 ? "is" : "are"} signed out at once. No device is signed in.`}
        </li>
        <li>Your name, e-mail address and ways to sign in are deleted.</li>
        <li>What happened stays in the operator’s log, without your name, devices and addresses.</li>
      </ul>
      {mustSignInAgain ? (
        <TooOld to="delete the account" returnTo="/settings/account" />
      ) : (
        <Button variant="danger" className="max-sm:w-full" onClick={() => setOpen(true)}>
          Delete my account
        </Button>
      )}
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          remove.reset();
        }}
        title="Delete your account?"
        description={
          <>
            This cannot be undone. To go on, type <b className="text-foreground wrap-anywhere">{email}</b>
            {hasPassword && " and your password"}.
          </>
        }
        confirm="Delete for good"
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
            label="Your e-mail address"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            inputMode="email"
            required
            error={answer === "wrong-email" ? "This is not the address of this account." : null}
          />
          {hasPassword && (
            <PasswordField
              name="confirm-password"
              label="Your password"
              autoComplete="current-password"
              error={answer === "wrong-password" ? "This is not your password." : null}
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
