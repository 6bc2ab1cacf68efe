"use client";

import { useNow } from "@/components/time/use-now";
import { clockTime } from "@/lib/dates";

export function CodeEnds({ expiresAt }: { expiresAt: Date }) {
  const left = expiresAt.getTime() - useNow(1000);
  return (
    <span role="timer" className={left < 60_000 ? "font-medium text-warn" : undefined}>
      Code ends in <span className="tabular-nums">{clockTime(left)}</span>
    </span>
  );
}
