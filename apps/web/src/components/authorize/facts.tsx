import type { ReactNode } from "react";
import { useTranslations } from "#translations";

export interface Fact {
  name: string;
  value: ReactNode;
}

/** Names and values in two columns. A missing value is said, not left out: that it is missing is a fact too. */
export function Facts({ facts }: { facts: Fact[] }) {
  const t = useTranslations("authorize");
  return (
    <dl className="mt-2.5 space-y-1.5 text-sm/5">
      {facts.map(({ name, value }) => (
        <div key={name} className="flex justify-between gap-4">
          <dt className="shrink-0 text-muted-foreground">{name}</dt>
          <dd className="min-w-0 text-end break-words tabular-nums">
            {value ?? <span className="text-muted-foreground">{t("facts.notSaid")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
