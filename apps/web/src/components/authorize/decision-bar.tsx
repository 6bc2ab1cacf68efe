"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CodeEnds } from "./code-ends";

interface DecisionBarProps {
  busy: string | null;
  expiresAt: Date;
  /** Both sides look alike, so Approve may be the filled one; otherwise neither is. */
  recommended: boolean;
  onDecide: (decision: "approve" | "deny") => void;
  /** What went wrong, where the eye is. */
  children: ReactNode;
}

/** Deny first, and as large as Approve. On a phone the two stay where the thumb is. */
export function DecisionBar({ busy, expiresAt, recommended, onDecide, children }: DecisionBarProps) {
  return (
    <div className="sticky bottom-0 -mx-6 mt-5 space-y-3 border-t bg-background/90 px-6 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur-md sm:static sm:mx-0 sm:border-0 sm:bg-transparent sm:p-0 sm:backdrop-blur-none">
      {children}
      <div className="flex gap-3">
        <Button
          variant="outline"
          size="lg"
          width="equal"
          busy={busy === "deny"}
          disabled={busy !== null}
          onClick={() => onDecide("deny")}
        >
          Deny
        </Button>
        <Button
          variant={recommended ? "primary" : "outline"}
          size="lg"
          width="equal"
          busy={busy === "approve"}
          disabled={busy !== null}
          onClick={() => onDecide("approve")}
        >
          Approve
        </Button>
      </div>
      <p className="text-sm text-muted-foreground max-sm:text-center">
        <span className="max-sm:hidden">You can end it any time under Settings, Devices. · </span>
        <CodeEnds expiresAt={expiresAt} />
      </p>
    </div>
  );
}
