"use client";

import { useTranslations } from "#translations";
import { useNow } from "@/components/time/use-now";
import { clockTime } from "@/lib/dates";

/** Counts down. On a page without React a script does (src/enhance/clocks.ts). */
export function CodeEnds({ expiresAt }: { expiresAt: Date }) {
  const t = useTranslations("authorize");
  const left = expiresAt.getTime() - useNow(1000);
  return (
    <span
      role="timer"
      data-ends={expiresAt.toISOString()}
      data-soon={left < 60_000 || undefined}
      className="data-soon:font-medium data-soon:text-warn"
    >
      {t.rich("decide.codeEnds", { time: () => <span className="tabular-nums">{clockTime(left)}</span> })}
    </span>
  );
}
