"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { Toaster } from "@/components/ui/toaster";
import { Specimen, Tray } from "./specimen";

const states = [
  { name: "a question", problem: null },
  { name: "a question whose answer failed", problem: "The server can’t be reached. Nothing was changed." },
];

export function Overlays() {
  const [open, setOpen] = useState<(typeof states)[number] | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <Tray name="Above the page">
      {states.map((state) => (
        <Specimen key={state.name} name={state.name}>
          <Button
            variant="outline"
            size="sm"
            onClick={({ currentTarget }) => {
              opener.current = currentTarget;
              setOpen(state);
            }}
          >
            Revoke…
          </Button>
        </Specimen>
      ))}
      <Specimen name="a menu">
        <DropdownMenu
          variant="outline"
          size="sm"
          items={
            <>
              <DropdownMenuItem>Rename</DropdownMenuItem>
              <DropdownMenuItem disabled>Cannot be used</DropdownMenuItem>
              <DropdownMenuSeparator />
              <DropdownMenuItem tone="danger">Revoke all others</DropdownMenuItem>
            </>
          }
        >
          More
        </DropdownMenu>
      </Specimen>
      <Specimen name="what was just done">
        <Button variant="outline" size="sm" onClick={() => toast("“macbook-air” is called “travel” now.")}>
          Say it
        </Button>
      </Specimen>
      <ConfirmDialog
        open={open !== null}
        busy={false}
        onOpenChange={(isOpen) => !isOpen && setOpen(null)}
        title="Revoke macbook-air?"
        description="What runs there is signed out at its next request. This cannot be undone; it can sign in again."
        confirm="Revoke"
        problem={open?.problem ?? null}
        onConfirm={() => setOpen(null)}
        returnTo={opener}
      />
      <Toaster />
    </Tray>
  );
}
