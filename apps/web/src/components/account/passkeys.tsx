"use client";

import { useRef, type FormEvent } from "react";
import { useTranslations } from "#translations";
import { useSignInWords } from "@/components/session/use-auth-form";
import { TooOld } from "@/components/site/too-old";
import { useHydrated } from "@/components/time/use-hydrated";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { text } from "@/lib/form-data";
import { hasPasskeys } from "@/lib/passkeys";
import { readUserAgent } from "@/lib/user-agent";
import type { Passkey } from "@/trpc/client";
import { PasskeyRow } from "./passkey-row";
import { Refusal } from "./refusal";
import { useAddPasskey } from "./use-ways";

interface PasskeysProps {
  passkeys: Passkey[];
  now: number;
  mustSignInAgain: boolean;
}

/** The passkeys that there are, and one more. */
export function Passkeys({ passkeys, now, mustSignInAgain }: PasskeysProps) {
  const t = useTranslations("account.passkeys");
  const thisDevice = useThisDevice();
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const add = useAddPasskey();
  const wordsOf = useSignInWords();
  const refused = add.data?.kind === "refused" ? wordsOf(add.data) : null;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = text(new FormData(event.currentTarget), "passkey-name").trim();
    add.mutate(name || thisDevice(), {
      onSuccess: ({ kind }) => kind === "ok" && form.current?.reset(),
    });
  }

  return (
    <>
      {passkeys.length > 0 && (
        <ul aria-label={t("title")} className="divide-y border-b">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} now={now} />
          ))}
        </ul>
      )}
      <div className="space-y-4 p-4 sm:p-5">
        {mustSignInAgain ? (
          <TooOld to="addPasskey" returnTo="/settings/account" />
        ) : hydrated && !hasPasskeys() ? (
          <p className="text-body text-muted-foreground">{t("notHere")}</p>
        ) : (
          <form ref={form} method="post" onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
            <div className="min-w-0 flex-1 basis-56">
              <Label htmlFor="passkey-name">{t("newName")}</Label>
              <Input
                id="passkey-name"
                name="passkey-name"
                maxLength={100}
                autoComplete="off"
                placeholder={t("example")}
                className="mt-1.5"
              />
            </div>
            <Button
              type="submit"
              variant="outline"
              className="h-11 max-sm:w-full"
              busy={add.isPending}
              disabled={!hydrated}
            >
              {t("add")}
            </Button>
          </form>
        )}
        {refused && (
          <Callout tone="danger" role="alert">
            {refused}
          </Callout>
        )}
        <Refusal error={add.error} />
      </div>
    </>
  );
}

/** What somebody means who gives it no name. */
function useThisDevice(): () => string {
  const t = useTranslations("site");
  return () => {
    const { browser, system } = readUserAgent(navigator.userAgent);
    return browser && system ? t("browserOn", { browser, system }) : (browser ?? system ?? "");
  };
}
