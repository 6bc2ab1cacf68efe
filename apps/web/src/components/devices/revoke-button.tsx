"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Device } from "@/trpc/client";
import { ConfirmDialog } from "./confirm-dialog";
import { problemText, useRevokeDevice } from "./use-devices";

export function RevokeButton({ device, describedBy }: { device: Device; describedBy: string }) {
  const [open, setOpen] = useState(false);
  const revoke = useRevokeDevice();
  return (
    <>
      <Button variant="outline" size="sm" aria-describedby={describedBy} onClick={() => setOpen(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          revoke.reset();
        }}
        title={<>Revoke {device.name}?</>}
        description="Its key stops working at once, also for commands that are running. To use it again, sign it in anew. This cannot be undone."
        confirm="Revoke"
        busy={revoke.isPending}
        problem={problemText(revoke.error)}
        onConfirm={() => revoke.mutate({ id: device.id }, { onSuccess: () => setOpen(false) })}
      />
    </>
  );
}
