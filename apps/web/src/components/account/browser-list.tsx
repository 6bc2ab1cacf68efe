"use client";

import { useState } from "react";
import { useTranslations } from "#translations";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { PlacesCredit } from "@/components/site/places-credit";
import { useProblemText } from "@/components/site/use-problem-words";
import { Button } from "@/components/ui/button";
import type { BrowserView } from "@/trpc/client";
import { BrowserRow } from "./browser-row";
import { useSignOutEverywhere } from "./use-account";

/** Every browser that is signed in, this one first. */
export function BrowserList({ browsers, now }: { browsers: BrowserView[]; now: number }) {
  const t = useTranslations("account.browsers");
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const end = useSignOutEverywhere();
  const others = browsers.filter(({ isCurrent }) => !isCurrent).length;
  return (
    <>
      <ul aria-label={t("label")} className="divide-y">
        {browsers.map((browser) => (
          <BrowserRow key={browser.id} browser={browser} now={now} />
        ))}
      </ul>
      {browsers.some(({ place }) => place) && (
        <p className="border-t px-4 py-3 text-fine text-muted-foreground sm:px-5">
          <PlacesCredit />
        </p>
      )}
      {others > 1 && (
        <div className="border-t px-4 py-3 sm:px-5">
          <Button variant="outline" size="sm" onClick={() => setOpen(true)}>
            {t("signOutOthers")}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          end.reset();
        }}
        title={t("othersTitle")}
        description={t("othersText", { count: others })}
        confirm={t("signOutOthers")}
        busy={end.isPending}
        problem={problemText(end.error)}
        onConfirm={() =>
          end.mutate({ devices: false, keepThisBrowser: true }, { onSuccess: () => setOpen(false) })
        }
      />
    </>
  );
}
