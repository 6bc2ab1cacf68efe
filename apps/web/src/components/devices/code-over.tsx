"use client";

import { CircleCheck, CircleSlash, TimerOff, type LucideIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { DashboardCodeView } from "@/trpc/client";

type Over = Exclude<DashboardCodeView, { kind: "live" | "claimed" | "connecting" }>;

interface CodeOverProps {
  view: Over;
  issuing: boolean;
  onNew: () => void;
  onClose: () => void;
}

/** What became of a code, and the way on. */
export function CodeOver({ view, issuing, onNew, onClose }: CodeOverProps) {
  const { icon: Icon, tone, title, text } = describe(view);
  const done = view.kind === "used";
  return (
    <div role="status" className="flex flex-col gap-5 pr-9 sm:flex-row sm:items-center">
      <div className="flex flex-1 gap-3.5">
        <Icon className={cn("mt-0.5 size-5.5 shrink-0", tone)} aria-hidden />
        <div className="min-w-0">
          <h2 className="font-semibold break-words">{title}</h2>
          <p className="text-[15px]/6 text-muted-foreground">{text}</p>
        </div>
      </div>
      {done ? (
        <Button variant="outline" size="sm" onClick={onClose}>
          Done
        </Button>
      ) : (
        <Button variant="ink" size="sm" busy={issuing} onClick={onNew}>
          New code
        </Button>
      )}
    </div>
  );
}

function describe(view: Over): { icon: LucideIcon; tone: string; title: string; text: string } {
  const soft = "text-muted-foreground";
  switch (view.kind) {
    case "used":
      return {
        icon: CircleCheck,
        tone: "text-ok",
        title: `${view.deviceName ?? "Your terminal"} is signed in`,
        text: "You find it in the list below.",
      };
    case "denied":
      return {
        icon: CircleSlash,
        tone: "text-danger",
        title: "That terminal was turned away",
        text: "Somebody else had your code. Make a new one, and show it to nobody.",
      };
    case "expired":
      return {
        icon: TimerOff,
        tone: soft,
        title: "This code has expired",
        text: "Nothing was signed in with it.",
      };
    case "replaced":
      return {
        icon: TimerOff,
        tone: soft,
        title: "A newer code has taken its place",
        text: "One code works at a time.",
      };
    case "unknown":
      return {
        icon: TimerOff,
        tone: soft,
        title: "This code is no longer there",
        text: "Nothing was signed in with it.",
      };
  }
}
