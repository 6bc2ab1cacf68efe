"use client";

import { useId, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CodeEnds } from "./code-ends";

type Decision = "approve" | "deny";

interface DecisionBarProps {
  busy: string | null;
  /** False until scripts answer. */
  awake?: boolean;
  /** Why nothing can be approved; null when something can. */
  asleep: string | null;
  /** When the question ends, if it does. */
  expiresAt?: Date;
  /** Which of the two is filled: Approve where both sides are near, Deny where they are far apart, else neither. */
  filled: Decision | null;
  /** False where the operator's policy leaves nothing to approve. */
  mayApprove?: boolean;
  onDecide: (decision: Decision) => void;
  /** Where a person can say that they never asked for this. */
  onDisown?: () => void;
  /** What went wrong, where the eye is. */
  children: ReactNode;
}

/** Deny first, and as large as Approve. On a phone the two stay where the thumb is. */
export function DecisionBar(props: DecisionBarProps) {
  const { asleep, awake = true, busy, expiresAt, filled, mayApprove = true, onDecide, onDisown } = props;
  const why = useId();
  return (
    <div className="sticky bottom-0 -mx-6 mt-5 space-y-3 border-t bg-background/90 px-6 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur-md sm:static sm:mx-0 sm:border-0 sm:bg-transparent sm:p-0 sm:backdrop-blur-none">
      {props.children}
      <div className="flex gap-3">
        <Button
          variant={filled === "deny" ? "ink" : "outline"}
          size="lg"
          width="equal"
          busy={busy === "deny"}
          disabled={busy !== null || !awake}
          onClick={() => onDecide("deny")}
        >
          Deny
        </Button>
        {mayApprove && (
          <Button
            variant={filled === "approve" ? "primary" : "outline"}
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
        )}
      </div>
      <div className="flex flex-wrap justify-between gap-x-5 gap-y-1 text-sm text-muted-foreground">
        <p className="min-w-0">
          <span id={why} role="status" className="font-medium text-foreground">
            {asleep}
          </span>
          {asleep === null && expiresAt && <CodeEnds expiresAt={expiresAt} />}
          {asleep === null && mayApprove && (
            <span className={expiresAt && "max-sm:hidden"}>
              {expiresAt && " · "}You can end it any time under Settings, Devices.
            </span>
          )}
        </p>
        {onDisown && (
          <button
            type="button"
            disabled={busy !== null || !awake}
            onClick={onDisown}
            className="link -my-0.5 py-0.5 font-medium whitespace-nowrap"
          >
            This wasn’t me
          </button>
        )}
      </div>
    </div>
  );
}
