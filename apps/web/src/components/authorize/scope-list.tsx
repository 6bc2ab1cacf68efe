import { useId, type ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";
import type { ScopeOffer } from "@/trpc/client";
import type { ScopeChoice } from "./use-scope-choice";

interface ScopeListProps {
  choice: ScopeChoice;
  /** While a decision is on its way, it must stay what was read. */
  disabled: boolean;
  /** What else belongs to the question. */
  children?: ReactNode;
}

/** What the key will be able to do. The person can allow less than was asked, never more. */
export function ScopeList({ choice, disabled, children }: ScopeListProps) {
  const { offers } = choice;
  return (
    <Card className="mt-4 px-5 py-5 sm:px-6">
      <fieldset disabled={disabled} className="min-w-0">
        <legend className="float-left w-full text-[13px]/5 font-medium text-muted-foreground">
          What it will be able to do
          {offers.length > 1 && <span className="font-normal"> · untick what it should not</span>}
        </legend>
        <div
          className={cn(
            "clear-both grid gap-x-8 gap-y-3.5 pt-3.5",
            // A short list reads better downwards, a long one would push the answer off the screen.
            offers.length > 2 && "sm:grid-cols-2",
          )}
        >
          {offers.map((offer) => (
            <ScopeBox key={offer.scope} offer={offer} choice={choice} />
          ))}
        </div>
      </fieldset>
      {children && <div className="mt-4.5 space-y-4 border-t pt-4">{children}</div>}
    </Card>
  );
}

function ScopeBox({ offer: { scope, title, says }, choice }: { offer: ScopeOffer; choice: ScopeChoice }) {
  const id = useId();
  return (
    <label className="flex min-w-0 cursor-pointer gap-3">
      <Checkbox
        name="scope"
        value={scope}
        checked={choice.allows(scope)}
        onChange={(event) => choice.set(scope, event.target.checked)}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-says`}
        className="mt-0.5"
      />
      <span className={cn("min-w-0", !choice.allows(scope) && "text-muted-foreground")}>
        <span id={`${id}-title`} className="block text-base/6 font-medium">
          {title}
        </span>
        <span id={`${id}-says`} className="block text-sm/5 text-muted-foreground">
          {says}
        </span>
      </span>
    </label>
  );
}
