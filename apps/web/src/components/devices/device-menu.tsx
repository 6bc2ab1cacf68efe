"use client";

import { Ellipsis, MonitorX, Pencil } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "#translations";
import { useProblemText } from "@/components/site/use-problem-words";
import { DropdownMenu, DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import type { Device } from "@/trpc/client";
import { ConfirmDialog } from "./confirm-dialog";
import { useRevokeOthers } from "./use-devices";

interface DeviceMenuProps {
  device: Device;
  hasOthers: boolean;
  describedBy: string;
  onRename: () => void;
}

export function DeviceMenu({ device, hasOthers, describedBy, onRename }: DeviceMenuProps) {
  const t = useTranslations("devices");
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const revokeOthers = useRevokeOthers();
  return (
    <>
      <DropdownMenu
        ref={more}
        variant="ghost"
        size="icon"
        aria-label={t("row.more")}
        aria-describedby={describedBy}
        items={
          <>
            <DropdownMenuItem onSelect={onRename}>
              <Pencil className="size-4 text-muted-foreground" aria-hidden />
              {t("row.rename")}
            </DropdownMenuItem>
            <DropdownMenuSeparator />
            <DropdownMenuItem tone="danger" disabled={!hasOthers} onSelect={() => setOpen(true)}>
              <MonitorX className="size-4" aria-hidden />
              {t("revoke.othersButton")}
            </DropdownMenuItem>
          </>
        }
      >
        <Ellipsis className="size-4.5" aria-hidden />
      </DropdownMenu>
      <ConfirmDialog
        open={open}
        returnTo={more}
        onOpenChange={(next) => {
          setOpen(next);
          revokeOthers.reset();
        }}
        title={t("revoke.othersTitle", { name: device.name })}
        description={t("revoke.othersText")}
        confirm={t("revoke.othersButton")}
        busy={revokeOthers.isPending}
        problem={problemText(revokeOthers.error)}
        onConfirm={() => revokeOthers.mutate({ keepId: device.id }, { onSuccess: () => setOpen(false) })}
      />
    </>
  );
}
