"use client";

import { useId, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CodeEnds } from "./code-ends";

interface DecisionBarProps {
  busy: string | null;
  /** False until scripts answer. */
  awake?: boolean;
  /** Why nothing can be approved; null when something can. */
  asleep: string | null;
  /** When the question ends, if it does. */
  expiresAt?: Date;
  /** Both sides look alike, so Approve may be the filled one; otherwise neither is. */
  recommended: boolean;
  onDecide: (decision: "approve" | "deny") => void;
  /** What went wrong, where the eye is. */
  children: ReactNode;
}

/** Deny first, and as large as Approve. On a phone the two stay where the thumb is. */
export function DecisionBar(props: DecisionBarProps) {
  const { asleep, awake = true, busy, expiresAt, onDecide, recommended } = props;
  const why = useId();
  return (
    <div className="sticky bottom-0 -mx-6 mt-5 space-y-3 border-t bg-background/90 px-6 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur-md sm:static sm:mx-0 sm:border-0 sm:bg-transparent sm:p-0 sm:backdrop-blur-none">
      {props.children}
      <div className="flex gap-3">
        <Button
          variant="outline"
          size="lg"
          width="equal"
          busy={busy === "deny"}
          disabled={busy !== null || !awake}
          onClick={() => onDecide("deny")}
        >
          Deny
        </Button>
        <Button
          variant={recommended ? "primary" : "outline"}
          size="lg"
          width="equal"
          busy={busy === "approve"}
          disabled={busy !== null || !awake}
          // Asleep and not disabled: the keyboard still reaches it, and hears why.
          aria-disabled={asleep !== null || undefined}
          aria-describedby={asleep === null ? undefined : why}
          onClick={() => asleep === null && onDecide("approve")}
        >
          Approve
        </Button>
      </div>
      <p className="text-sm text-muted-foreground max-sm:text-center">
        <span id={why} role="status" className="font-medium text-foreground">
          {asleep}
        </span>{" "}
        {asleep === null && (
          <span className={expiresAt && "max-sm:hidden"}>
            You can end it any time under Settings, Devices.
          </span>
        )}
        {expiresAt && (
          <>
            <span aria-hidden className="max-sm:hidden">
              {" · "}
            </span>
            <span className={asleep === null ? undefined : "max-sm:hidden"}>
              <CodeEnds expiresAt={expiresAt} />
            </span>
          </>
        )}
      </p>
    </div>
  );
}
