"use client";

import { useRef, type ReactNode, type RefObject } from "react";
import { useTranslations } from "#translations";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  confirm: string;
  busy: boolean;
  problem: string | null;
  /** What the person fills in first, if anything. */
  children?: ReactNode;
  onConfirm: () => void;
  /** Where the keyboard goes on afterwards, when what opened the dialog is gone by then (an item of a menu). */
  returnTo?: RefObject<HTMLElement | null>;
}

/** Says what is about to happen, and stays open until it has happened. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations("site");
  const opener = useRef<HTMLElement | null>(null);
  return (
    <AlertDialog open={props.open} onOpenChange={(open) => !props.busy && props.onOpenChange(open)}>
      <AlertDialogContent
        // Opened by state and not by a trigger, so nobody else remembers where the keyboard was.
        onOpenAutoFocus={() => {
          opener.current = document.activeElement as HTMLElement | null;
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          (props.returnTo?.current ?? opener.current)?.focus();
        }}
      >
        <AlertDialogTitle>{props.title}</AlertDialogTitle>
        <AlertDialogDescription>{props.description}</AlertDialogDescription>
        {props.children}
        {props.problem && (
          <Callout tone="danger" role="alert" className="mt-4">
            {props.problem}
          </Callout>
        )}
        <AlertDialogFooter>
          <AlertDialogCancel asChild>
            <Button variant="outline" width="equal" disabled={props.busy}>
              {t("cancel")}
            </Button>
          </AlertDialogCancel>
          <Button variant="danger" width="equal" busy={props.busy} onClick={props.onConfirm}>
            {props.confirm}
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
