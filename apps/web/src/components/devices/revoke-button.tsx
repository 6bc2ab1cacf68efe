"use client";

import { useState } from "react";
import { useTranslations } from "#translations";
import { useProblemText } from "@/components/site/use-problem-words";
import { Button } from "@/components/ui/button";
import type { Device } from "@/trpc/client";
import { ConfirmDialog } from "./confirm-dialog";
import { useRevokeDevice } from "./use-devices";

export function RevokeButton({ device, describedBy }: { device: Device; describedBy: string }) {
  const t = useTranslations("devices.revoke");
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const revoke = useRevokeDevice();
  return (
    <>
      <Button variant="outline" size="sm" aria-describedby={describedBy} onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          revoke.reset();
        }}
        title={t("title", { name: device.name })}
        description={t("text")}
        confirm={t("button")}
        busy={revoke.isPending}
        problem={problemText(revoke.error)}
        onConfirm={() => revoke.mutate({ id: device.id }, { onSuccess: () => setOpen(false) })}
      />
    </>
  );
}
