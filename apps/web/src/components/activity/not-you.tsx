"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "#translations";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { useProblemText } from "@/components/site/use-problem-words";
import { trpc } from "@/trpc/client";

/** What to do about an event that was not one's own. */
export function NotYou({ activityDays }: { activityDays: number }) {
  const t = useTranslations("activity");
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  const signOut = useMutation({
    mutationFn: () => trpc.me.signOutEverywhere.mutate({ devices: true, keepThisBrowser: true }),
    onSuccess: () => {
      setOpen(false);
      toast.success(t("everywhere.done"));
      router.refresh();
    },
  });
  return (
    <p className="mt-6 max-w-180 text-sm/6 text-muted-foreground">
      {t.rich("notYou", {
        days: activityDays,
        devices: (words) => (
          <Link href="/settings/devices" className="link text-foreground">
            {words}
          </Link>
        ),
        everywhere: (words) => (
          <button ref={opener} type="button" className="link text-foreground" onClick={() => setOpen(true)}>
            {words}
          </button>
        ),
      })}
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          signOut.reset();
        }}
        title={t("everywhere.question")}
        description={t("everywhere.text")}
        confirm={t("everywhere.confirm")}
        busy={signOut.isPending}
        problem={problemText(signOut.error)}
        onConfirm={() => signOut.mutate()}
        returnTo={opener}
      />
    </p>
  );
}
