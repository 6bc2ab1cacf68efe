import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { CodeEnds } from "./code-ends";

type Decision = "approve" | "deny";

interface DecisionBarProps {
  busy?: string | null;
  /** False until scripts answer, where they are needed. */
  awake?: boolean;
  /** Why nothing can be approved; null when something can. */
  asleep?: string | null;
  /** The codes must be compared first, which a script or the browser itself says (`required`). */
  mustCompare?: boolean;
  /** When the question ends, if it does. */
  expiresAt?: Date;
  /** Which of the two is filled: Approve where both sides are near, Deny where they are far apart, else neither. */
  filled: Decision | null;
  /** False where the operator's policy leaves nothing to approve. */
  mayApprove?: boolean;
  /** Whether a person can say here that they never asked for this. */
  canDisown?: boolean;
  /** What went wrong, where the eye is. */
  children: ReactNode;
}

const WHY = "why-asleep";

/** The buttons of a form, `decision` by name. Deny first, and as large as Approve. On a phone the two stay where the thumb is. */
export function DecisionBar(props: DecisionBarProps) {
  const t = useTranslations("authorize.decide");
  const { asleep = null, awake = true, busy = null, canDisown, expiresAt, filled, mayApprove = true } = props;
  return (
    <div className="sticky bottom-0 -mx-6 mt-5 space-y-3 border-t bg-background/90 px-6 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur-md sm:static sm:mx-0 sm:border-0 sm:bg-transparent sm:p-0 sm:backdrop-blur-none">
      {props.children}
      <div className="flex gap-3">
        <Button
          type="submit"
          name="decision"
          value="deny"
          formNoValidate
          variant={filled === "deny" ? "ink" : "outline"}
          size="lg"
          width="equal"
          busy={busy === "deny"}
          disabled={busy !== null || !awake}
        >
          {t("deny")}
        </Button>
        {mayApprove && (
          <Button
            type="submit"
            name="decision"
            value="approve"
            variant={filled === "approve" ? "primary" : "outline"}
            size="lg"
            width="equal"
            busy={busy === "approve"}
            disabled={busy !== null || !awake}
            // Asleep and not disabled: the keyboard still reaches it, and hears why.
            aria-disabled={asleep !== null || undefined}
            aria-describedby={WHY}
          >
            {t("approve")}
          </Button>
        )}
      </div>
      <div className="flex flex-wrap justify-between gap-x-5 gap-y-1 text-sm text-muted-foreground">
        <p className="min-w-0">
          <span id={WHY} role="status" data-asleep={asleep ?? ""} className="font-medium text-foreground">
            {asleep ?? (props.mustCompare && <span data-compare-first>{t("notCompared")}</span>)}
          </span>
          <span data-awake className={asleep || props.mustCompare ? "hidden" : undefined}>
            {expiresAt && <CodeEnds expiresAt={expiresAt} />}
            {mayApprove && (
              <span className={expiresAt && "max-sm:hidden"}>
                {expiresAt && " · "}
                {t("canEnd")}
              </span>
            )}
          </span>
        </p>
        {canDisown && (
          <button
            type="submit"
            name="decision"
            value="disown"
            formNoValidate
            disabled={busy !== null || !awake}
            className="link -my-0.5 py-0.5 font-medium whitespace-nowrap"
          >
            {t("disown")}
          </button>
        )}
      </div>
    </div>
  );
}
