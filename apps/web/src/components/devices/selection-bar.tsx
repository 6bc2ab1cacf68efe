"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Device } from "@/trpc/client";
import { ConfirmDialog } from "./confirm-dialog";
import { problemText, useRevokeSome } from "./use-devices";

const NAMED = 5;

interface SelectionBarProps {
  chosen: Device[];
  /** How many could be chosen of what is shown now. */
  shown: number;
  onAll: () => void;
  onNone: () => void;
  /** Back to the plain list. */
  onEnd: () => void;
}

/** What is to happen to the devices that are ticked. It stays in sight while the list is gone through. */
export function SelectionBar({ chosen, shown, onAll, onNone, onEnd }: SelectionBarProps) {
  const [open, setOpen] = useState(false);
  const revoke = useRevokeSome();
  const button = useRef<HTMLButtonElement>(null);
  const count = chosen.length;
  const devices = count === 1 ? "1 device" : `${count} devices`;
  return (
    <div
      role="group"
      aria-label="Selected devices"
      className="sticky bottom-4 z-10 mt-4 flex flex-wrap items-center gap-2 rounded-lg border bg-popover px-4 py-3 shadow-raised sm:px-5"
    >
      <p role="status" className="me-auto text-[15px]/6 font-medium">
        {count === 0 ? "Tick the devices to revoke" : `${devices} selected`}
      </p>
      {count < shown ? (
        <Button variant="ghost" size="sm" onClick={onAll}>
          Select all {shown}
        </Button>
      ) : (
        <Button variant="ghost" size="sm" onClick={onNone}>
          Select none
        </Button>
      )}
      <Button variant="outline" size="sm" onClick={onEnd}>
        Cancel
      </Button>
      <Button ref={button} variant="danger" size="sm" disabled={count === 0} onClick={() => setOpen(true)}>
        Revoke {count > 0 && count}
      </Button>
      <ConfirmDialog
        open={open}
        returnTo={button}
        onOpenChange={(next) => {
          setOpen(next);
          revoke.reset();
        }}
        title={<>Revoke {devices}?</>}
        description={
          count === 1
            ? "Its key stops working at once, also for commands that are running. This cannot be undone."
            : "Their keys stop working at once, also for commands that are running. This cannot be undone."
        }
        confirm={`Revoke ${devices}`}
        busy={revoke.isPending}
        problem={problemText(revoke.error)}
        onConfirm={() =>
          revoke.mutate(
            { ids: chosen.map(({ id }) => id) },
            {
              onSuccess: () => {
                setOpen(false);
                onEnd();
              },
            },
          )
        }
      >
        <ul className="mt-4 space-y-1 border-s ps-3 text-sm/5">
          {chosen.slice(0, NAMED).map(({ id, name }) => (
            <li key={id} className="break-words">
              <bdi>{name}</bdi>
            </li>
          ))}
          {count > NAMED && <li className="text-muted-foreground">and {count - NAMED} more</li>}
        </ul>
      </ConfirmDialog>
    </div>
  );
}
