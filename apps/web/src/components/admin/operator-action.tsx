"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { toast } from "sonner";
import { Refusal } from "@/components/account/refusal";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { Button } from "@/components/ui/button";
import { ADMIN_TITLE } from "./admin-title";

interface OperatorActionProps {
  /** What the button says. */
  name: string;
  tone?: "danger" | "outline";
  /** The id of what it is about, where the name does not say it. */
  describedBy?: string;
  title: ReactNode;
  /** What it does, in full. */
  description: ReactNode;
  confirm: string;
  /** Does it, and answers with what was done, in words. */
  act: () => Promise<string>;
  /** Where signing in again comes back to. */
  returnTo: string;
  children?: ReactNode;
}

/** Something that is done to somebody else: said first, then done, then seen on the page. */
export function OperatorAction(props: OperatorActionProps) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const acting = useMutation({
    mutationFn: props.act,
    onSuccess: (done) => {
      setOpen(false);
      toast.success(done);
      router.refresh();
      // The button may be gone with what it was for; the keyboard goes on from the top of the page.
      setTimeout(() => document.getElementById(ADMIN_TITLE)?.focus(), 50);
    },
  });
  return (
    <>
      <Button
        variant={props.tone ?? "outline"}
        size="sm"
        aria-describedby={props.describedBy}
        onClick={() => setOpen(true)}
      >
        {props.name}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          acting.reset();
        }}
        title={props.title}
        description={props.description}
        confirm={props.confirm}
        busy={acting.isPending}
        problem={null}
        onConfirm={() => acting.mutate()}
      >
        {props.children}
        <Refusal error={acting.error} returnTo={props.returnTo} className="mt-4" />
      </ConfirmDialog>
    </>
  );
}
