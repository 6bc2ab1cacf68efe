"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "#translations";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { useProblemText } from "@/components/site/use-problem-words";
import { Button } from "@/components/ui/button";
import { formatsOf } from "@/lib/language";
import { Choice } from "./choice";
import { useSignOutEverywhere } from "./use-account";

/** Ends browsers, and devices if wanted; the question before it says how many. */
export function SignOutEverywhere({ others, devices }: { others: number; devices: number }) {
  const t = useTranslations("account");
  const problemText = useProblemText();
  const whatEnds = useWhatEnds();
  const [open, setOpen] = useState(false);
  const [thisBrowser, setThisBrowser] = useState(false);
  const [withDevices, setWithDevices] = useState(false);
  const end = useSignOutEverywhere();
  const endsDevices = withDevices && devices > 0;
  return (
    <div className="space-y-4 p-4 sm:p-5">
      <p className="text-body text-muted-foreground">{t("everywhere.others", { count: others })}</p>
      <div className="space-y-3">
        <Choice checked={thisBrowser} onChange={setThisBrowser}>
          {t("everywhere.thisBrowser")}
        </Choice>
        {devices > 0 && (
          <Choice checked={withDevices} onChange={setWithDevices}>
            {t("alsoDevices", { count: devices })}
          </Choice>
        )}
      </div>
      <Button variant="outline" className="max-sm:w-full" onClick={() => setOpen(true)}>
        {t("everywhere.button")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          end.reset();
        }}
        title={t("everywhere.question")}
        description={whatEnds({ others, thisBrowser, devices: endsDevices ? devices : 0, kept: devices })}
        confirm={t("everywhere.confirm")}
        busy={end.isPending}
        problem={problemText(end.error)}
        onConfirm={() =>
          end.mutate(
            { devices: endsDevices, keepThisBrowser: !thisBrowser },
            { onSuccess: () => setOpen(false) },
          )
        }
      />
    </div>
  );
}

interface Ends {
  others: number;
  thisBrowser: boolean;
  devices: number;
  kept: number;
}

function useWhatEnds(): (ends: Ends) => string {
  const t = useTranslations("account.everywhere");
  const list = new Intl.ListFormat(formatsOf(useLocale()), { type: "conjunction" });
  return ({ others, thisBrowser, devices, kept }) => {
    const parts = [
      ...(thisBrowser ? [t("endsThis")] : []),
      ...(others > 0 ? [t("endsOthers", { count: others })] : []),
      ...(devices > 0 ? [t("endsDevices", { count: devices })] : []),
    ];
    const sentences = [
      parts.length > 0 ? t("ends", { what: list.format(parts) }) : t("endsNothing"),
      ...(devices === 0 && kept > 0 ? [t("stays", { count: kept })] : []),
      t("final"),
    ];
    return sentences.join(" ");
  };
}
