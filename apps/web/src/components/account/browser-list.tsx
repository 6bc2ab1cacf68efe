"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { problemText } from "@/components/devices/use-devices";
import { PlacesCredit } from "@/components/site/places-credit";
import { Button } from "@/components/ui/button";
import type { BrowserView } from "@/trpc/client";
import { BrowserRow } from "./browser-row";
import { useSignOutEverywhere } from "./use-account";
import { browsersInWords } from "./words";

/** Every browser that is signed in, this one first. */
export function BrowserList({ browsers, now }: { browsers: BrowserView[]; now: number }) {
  const [open, setOpen] = useState(false);
  const end = useSignOutEverywhere();
  const others = browsers.filter(({ isCurrent }) => !isCurrent).length;
  return (
    <>
      <ul aria-label="Browsers" className="divide-y">
        {browsers.map((browser) => (
          <BrowserRow key={browser.id} browser={browser} now={now} />
        ))}
      </ul>
      {browsers.some(({ place }) => place) && (
        <p className="border-t px-4 py-3 text-[13px]/5 text-muted-foreground sm:px-5">
          <PlacesCredit />
        </p>
      )}
      {others > 1 && (
        <div className="border-t px-4 py-3 sm:px-5">
          <Button variant="outline" size="sm" onClick={() => setOpen(true)}>
            Sign out all others
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          end.reset();
        }}
        title="Sign out all other browsers?"
        description={`${browsersInWords(others, "other")} must sign in again. This browser and your devices stay signed in.`}
        confirm="Sign out all others"
        busy={end.isPending}
        problem={problemText(end.error)}
        onConfirm={() =>
          end.mutate({ devices: false, keepThisBrowser: true }, { onSuccess: () => setOpen(false) })
        }
      />
    </>
  );
}
