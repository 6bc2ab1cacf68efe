import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";
import type { ScopeOffer } from "@/trpc/client";

interface ScopeListProps {
  offers: ScopeOffer[];
  disabled: boolean;
  /** What else belongs to the question. */
  children?: ReactNode;
}

/** What the key will be able to do. The person can allow less than was asked, never more. */
export function ScopeList({ offers, disabled, children }: ScopeListProps) {
  const t = useTranslations("authorize.scopes");
  return (
    <Card className="mt-4 px-5 py-5 sm:px-6">
      <fieldset disabled={disabled} className="min-w-0">
        <legend className="float-start w-full text-fine font-medium text-muted-foreground">
          {t("title")}
          {offers.length > 1 && <span className="font-normal"> {t("untick")}</span>}
        </legend>
        <div
          className={cn(
            "clear-both grid gap-x-8 gap-y-3.5 pt-3.5",
            // A short list reads better downwards, a long one would push the answer off the screen.
            offers.length > 2 && "sm:grid-cols-2",
          )}
        >
          {offers.map((offer) => (
            <ScopeBox key={offer.scope} offer={offer} />
          ))}
        </div>
      </fieldset>
      {children && <div className="mt-4.5 space-y-4 border-t pt-4">{children}</div>}
    </Card>
  );
}

function ScopeBox({ offer: { scope } }: { offer: ScopeOffer }) {
  const t = useTranslations("authorize.scopes");
  const id = `scope-${scope.replace(/\W/g, "-")}`;
  return (
    <label className="group flex min-w-0 cursor-pointer gap-3">
      <Checkbox
        name="scope"
        value={scope}
        defaultChecked
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-says`}
        className="mt-0.5"
      />
      <span className="min-w-0 text-muted-foreground group-has-checked:text-foreground">
        <span id={`${id}-title`} className="block text-base/6 font-medium">
          {t(`${scope}.title`)}
        </span>
        <span id={`${id}-says`} className="block text-sm/5 text-muted-foreground">
          {t(`${scope}.says`)}
        </span>
      </span>
    </label>
  );
}
