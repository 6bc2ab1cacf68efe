"use client";

import { useRef, useState } from "react";
import { useTranslations } from "#translations";
import { useProblemText } from "@/components/site/use-problem-words";
import { Button } from "@/components/ui/button";
import type { Device } from "@/trpc/client";
import { ConfirmDialog } from "./confirm-dialog";
import { useRevokeSome } from "./use-devices";

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
  const t = useTranslations("devices.selection");
  const site = useTranslations("site");
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const revoke = useRevokeSome();
  const button = useRef<HTMLButtonElement>(null);
  const count = chosen.length;
  return (
    <div
      role="group"
      aria-label={t("label")}
      className="sticky bottom-4 z-10 mt-4 flex flex-wrap items-center gap-2 rounded-lg border bg-popover px-4 py-3 shadow-raised sm:px-5"
    >
      <p role="status" className="me-auto text-body font-medium">
        {count === 0 ? t("tick") : t("selected", { count })}
      </p>
      {count < shown ? (
        <Button variant="ghost" size="sm" onClick={onAll}>
          {t("all", { count: shown })}
        </Button>
      ) : (
        <Button variant="ghost" size="sm" onClick={onNone}>
          {t("none")}
        </Button>
      )}
      <Button variant="outline" size="sm" onClick={onEnd}>
        {site("cancel")}
      </Button>
      <Button ref={button} variant="danger" size="sm" disabled={count === 0} onClick={() => setOpen(true)}>
        {count > 0 ? t("revokeCount", { count }) : t("revoke")}
      </Button>
      <ConfirmDialog
        open={open}
        returnTo={button}
        onOpenChange={(next) => {
          setOpen(next);
          revoke.reset();
        }}
        title={t("title", { count })}
        description={t("text", { count })}
        confirm={t("confirm", { count })}
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
          {count > NAMED && (
            <li className="text-muted-foreground">{t("andMore", { count: count - NAMED })}</li>
          )}
        </ul>
      </ConfirmDialog>
    </div>
  );
}
