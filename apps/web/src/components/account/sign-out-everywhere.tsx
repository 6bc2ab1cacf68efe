"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { problemText } from "@/components/devices/use-devices";
import { Button } from "@/components/ui/button";
import { Choice } from "./choice";
import { useSignOutEverywhere } from "./use-account";
import { alsoDevices, browsersInWords, devicesInWords, ownDevices } from "./words";

/** Ends browsers, and devices if wanted; the question before it says how many. */
export function SignOutEverywhere({ others, devices }: { others: number; devices: number }) {
  const [open, setOpen] = useState(false);
  const [thisBrowser, setThisBrowser] = useState(false);
  const [withDevices, setWithDevices] = useState(false);
  const end = useSignOutEverywhere();
  const endsDevices = withDevices && devices > 0;
  return (
    <div className="space-y-4 p-4 sm:p-5">
      <p className="text-[15px]/6 text-muted-foreground">
        {others > 0
          ? `${capital(browsersInWords(others, "other"))} must sign in again.`
          : "No other browser is signed in."}{" "}
        A login that you approved and whose terminal has not picked up its key gets none.
      </p>
      <div className="space-y-3">
        <Choice checked={thisBrowser} onChange={setThisBrowser}>
          Also sign out this browser
        </Choice>
        {devices > 0 && (
          <Choice checked={withDevices} onChange={setWithDevices}>
            {alsoDevices(devices)}
          </Choice>
        )}
      </div>
      <Button variant="outline" className="max-sm:w-full" onClick={() => setOpen(true)}>
        Sign out everywhere
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          end.reset();
        }}
        title="Sign out everywhere?"
        description={whatEnds({ others, thisBrowser, devices: endsDevices ? devices : 0, kept: devices })}
        confirm="Sign out"
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

function whatEnds(ends: { others: number; thisBrowser: boolean; devices: number; kept: number }): string {
  const { others, thisBrowser, devices, kept } = ends;
  const parts = [
    ...(thisBrowser ? ["this browser"] : []),
    ...(others > 0 ? [browsersInWords(others, "other")] : []),
    ...(devices > 0 ? [devicesInWords(devices)] : []),
  ];
  const what = parts.length > 0 ? `Signed out at once: ${listed(parts)}.` : "Nothing else is signed in.";
  const rest =
    devices === 0 && kept > 0 ? ` Your ${ownDevices(kept)} ${kept === 1 ? "stays" : "stay"} signed in.` : "";
  return `${what}${rest} This cannot be undone.`;
}

function listed(parts: string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
