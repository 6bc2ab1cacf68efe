"use client";

import { Ellipsis, MonitorX, Pencil } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { Device } from "@/trpc/client";
import { ConfirmDialog } from "./confirm-dialog";
import { problemText, useRevokeOthers } from "./use-devices";

interface DeviceMenuProps {
  device: Device;
  hasOthers: boolean;
  describedBy: string;
  onRename: () => void;
}

export function DeviceMenu({ device, hasOthers, describedBy, onRename }: DeviceMenuProps) {
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const revokeOthers = useRevokeOthers();
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            ref={more}
            variant="ghost"
            size="icon"
            aria-label="More actions"
            aria-describedby={describedBy}
          >
            <Ellipsis className="size-4.5" aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent onCloseAutoFocus={(event) => open && event.preventDefault()}>
          <DropdownMenuItem onSelect={onRename}>
            <Pencil className="size-4 text-muted-foreground" aria-hidden />
            Rename
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem tone="danger" disabled={!hasOthers} onSelect={() => setOpen(true)}>
            <MonitorX className="size-4" aria-hidden />
            Revoke all others
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={open}
        returnTo={more}
        onOpenChange={(next) => {
          setOpen(next);
          revokeOthers.reset();
        }}
        title={<>Revoke all but {device.name}?</>}
        description="Every other terminal is signed out at once and has to sign in anew. This browser stays signed in. This cannot be undone."
        confirm="Revoke all others"
        busy={revokeOthers.isPending}
        problem={problemText(revokeOthers.error)}
        onConfirm={() => revokeOthers.mutate({ keepId: device.id }, { onSuccess: () => setOpen(false) })}
      />
    </>
  );
}
