"use client";

import { useEffect, useId, useRef, type ReactNode, type RefObject } from "react";
import { createPortal } from "react-dom";

interface AlertDialogProps {
  title: ReactNode;
  description: ReactNode;
  /** What stands below: the answers last. The one with `data-first` has the keyboard at first. */
  children: ReactNode;
  /** Somebody pressed Escape, or the browser's way back. */
  onDismiss: () => void;
  /** Where the keyboard goes on afterwards, by default where it was. Safari gives no focus to a button that is clicked. */
  returnTo?: RefObject<HTMLElement | null> | undefined;
}

/**
 * A question that is answered before anything else on the page, for as long as it is rendered. The browser's own
 * modal dialog: it keeps the keyboard inside and everything else still, and costs next to no script.
 */
export function AlertDialog({ title, description, children, onDismiss, returnTo }: AlertDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = returnTo?.current ?? (document.activeElement as HTMLElement | null);
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => opener?.focus();
  }, [returnTo]);
  return createPortal(
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        // Whoever renders it decides whether it closes: not while what was asked for is being done.
        event.preventDefault();
        onDismiss();
      }}
      // A browser may close it all the same, at the second Escape.
      onClose={onDismiss}
      className="fixed inset-x-4 top-auto bottom-4 z-50 mx-auto max-h-[calc(100dvh-2rem)] w-auto max-w-md animate-appear overflow-y-auto rounded-lg border bg-popover p-6 text-start text-popover-foreground shadow-raised backdrop:animate-fade backdrop:bg-(--veil) backdrop:backdrop-blur-[2px] focus:outline-none sm:top-[22%] sm:bottom-auto"
    >
      <h2 id={`${id}-title`} className="text-lg/6 font-semibold tracking-tight break-words">
        {title}
      </h2>
      <p id={`${id}-text`} className="mt-2 text-body break-words text-muted-foreground">
        {description}
      </p>
      {children}
    </dialog>,
    document.body,
  );
}
