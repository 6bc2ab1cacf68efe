"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { problemText } from "@/components/devices/use-devices";
import { trpc } from "@/trpc/client";

/** What to do about an event that was not one's own. */
export function NotYou({ activityDays }: { activityDays: number }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  const signOut = useMutation({
    mutationFn: () => trpc.me.signOutEverywhere.mutate({ devices: true, keepThisBrowser: true }),
    onSuccess: () => {
      setOpen(false);
      toast.success("Everything but this browser is signed out");
      router.refresh();
    },
  });
  return (
    <p className="mt-6 max-w-180 text-sm/6 text-muted-foreground">
      Something here that was not you?{" "}
      <Link href="/settings/devices" className="link text-foreground">
        Revoke the device
      </Link>
      , or{" "}
      <button ref={opener} type="button" className="link text-foreground" onClick={() => setOpen(true)}>
        sign out everywhere
      </button>
      . Events are kept for {activityDays === 1 ? "a day" : `${activityDays} days`}.
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          signOut.reset();
        }}
        title="Sign out everywhere?"
        description="Every device is revoked and every browser but this one is signed out, at once. To use them again, sign them in anew. This cannot be undone."
        confirm="Sign out everywhere"
        busy={signOut.isPending}
        problem={problemText(signOut.error)}
        onConfirm={() => signOut.mutate()}
        returnTo={opener}
      />
    </p>
  );
}
