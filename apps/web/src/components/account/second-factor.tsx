"use client";

import { useState } from "react";
import { useTranslations } from "#translations";
import { TooOld } from "@/components/site/too-old";
import { Day } from "@/components/time/day";
import { useHydrated } from "@/components/time/use-hydrated";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { SecondFactorView } from "@/trpc/client";
import { AuthenticatorSetUp } from "./authenticator-set-up";
import { BackupCodes } from "./backup-codes";
import { PasswordFirst } from "./password-first";
import { useRenewBackupCodes, useSetUpSecondFactor, useTurnOffSecondFactor } from "./use-second-factor";

interface SecondFactorProps {
  email: string;
  state: SecondFactorView;
  mustSignInAgain: boolean;
}

type Doing =
  | { kind: "nothing" | "set-up" | "renew" | "turn-off" }
  | { kind: "scan"; uri: string; secret: string }
  | { kind: "keep"; backupCodes: string[] };

const NOTHING: Doing = { kind: "nothing" };

/** Off, being set up, or on; each step in the place of the one before. */
export function SecondFactor({ email, state, mustSignInAgain }: SecondFactorProps) {
  const t = useTranslations("account.secondFactor");
  const { onSince, backupCodesLeft } = state;
  const hydrated = useHydrated();
  const [doing, setDoing] = useState(NOTHING);
  const setUp = useSetUpSecondFactor();
  const renew = useRenewBackupCodes();
  const turnOff = useTurnOffSecondFactor();
  const begin = (kind: "set-up" | "renew" | "turn-off") => {
    for (const call of [setUp, renew, turnOff]) call.reset();
    setDoing({ kind });
  };
  const cancel = () => setDoing(NOTHING);

  if (doing.kind === "keep") return <BackupCodes codes={doing.backupCodes} email={email} onDone={cancel} />;
  if (doing.kind === "scan") {
    return (
      <AuthenticatorSetUp
        uri={doing.uri}
        secret={doing.secret}
        onOn={(backupCodes) => setDoing({ kind: "keep", backupCodes })}
        onCancel={cancel}
      />
    );
  }
  const asked = { email, onCancel: cancel };
  return (
    <div className="space-y-4 p-4 sm:p-5">
      {onSince ? (
        <p className="text-body">
          <Badge tone="ok" className="me-2">
            {t("on")}
          </Badge>
          {t.rich("since", { time: () => <Day date={onSince} /> })}{" "}
          <span className={backupCodesLeft < 3 ? "font-medium text-warn" : "text-muted-foreground"}>
            {t("left", { count: backupCodesLeft })}
          </span>
        </p>
      ) : (
        <p className="text-body text-muted-foreground">
          <Badge className="me-2">{t("off")}</Badge>
          {t("offText")}
        </p>
      )}
      {mustSignInAgain ? (
        <TooOld to="changeThis" returnTo="/settings/account" />
      ) : doing.kind === "set-up" ? (
        <PasswordFirst
          {...asked}
          action={t("goOn")}
          busy={setUp.isPending}
          isWrong={setUp.data?.kind === "wrong-password"}
          error={setUp.error}
          onPassword={(password) =>
            setUp.mutate(
              { password },
              {
                onSuccess: (said) => {
                  if (said.kind === "begun") setDoing({ ...said, kind: "scan" });
                  if (said.kind === "on-already") cancel();
                },
              },
            )
          }
        />
      ) : doing.kind === "renew" ? (
        <PasswordFirst
          {...asked}
          action={t("makeCodes")}
          busy={renew.isPending}
          isWrong={renew.data?.kind === "wrong-password"}
          error={renew.error}
          onPassword={(password) =>
            renew.mutate(
              { password },
              {
                onSuccess: (said) => {
                  if (said.kind === "renewed") setDoing({ kind: "keep", backupCodes: said.backupCodes });
                  if (said.kind === "off") cancel();
                },
              },
            )
          }
        />
      ) : doing.kind === "turn-off" ? (
        <PasswordFirst
          {...asked}
          action={t("turnItOff")}
          isDanger
          busy={turnOff.isPending}
          isWrong={turnOff.data?.kind === "wrong-password"}
          error={turnOff.error}
          onPassword={(password) =>
            turnOff.mutate({ password }, { onSuccess: (said) => said.kind !== "wrong-password" && cancel() })
          }
        />
      ) : onSince ? (
        <div className="flex flex-wrap gap-3">
          <Button variant="outline" size="sm" onClick={() => begin("renew")} disabled={!hydrated}>
            {t("newCodes")}
          </Button>
          <Button variant="danger" size="sm" onClick={() => begin("turn-off")} disabled={!hydrated}>
            {t("turnOff")}
          </Button>
        </div>
      ) : (
        <Button variant="ink" className="max-sm:w-full" onClick={() => begin("set-up")} disabled={!hydrated}>
          {t("begin")}
        </Button>
      )}
    </div>
  );
}
