"use client";

import type { ReactNode, RefObject } from "react";
import { useTranslations } from "#translations";
import { AlertDialog } from "@/components/ui/alert-dialog";
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
  /** Where the keyboard goes on afterwards. Safari gives no focus to a button that is clicked, so it must be said. */
  returnTo?: RefObject<HTMLElement | null>;
}

/** Says what is about to happen, and stays open until it has happened. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations("site");
  if (!props.open) return null;
  const dismiss = () => {
    if (!props.busy) props.onOpenChange(false);
  };
  return (
    <AlertDialog
      title={props.title}
      description={props.description}
      onDismiss={dismiss}
      returnTo={props.returnTo}
    >
      {props.children}
      {props.problem && (
        <Callout tone="danger" role="alert" className="mt-4">
          {props.problem}
        </Callout>
      )}
      <div className="mt-6 flex gap-3">
        <Button data-first variant="outline" width="equal" disabled={props.busy} onClick={dismiss}>
          {t("cancel")}
        </Button>
        <Button variant="danger" width="equal" busy={props.busy} onClick={props.onConfirm}>
          {props.confirm}
        </Button>
      </div>
    </AlertDialog>
  );
}
