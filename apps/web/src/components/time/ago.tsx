"use client";

import { exactTime, relativeTime } from "@/lib/dates";
import { useHydrated } from "./use-hydrated";
import { useNow } from "./use-now";

/** `2 hours ago`, kept true, with the exact time in its title. */
export function Ago({ date, rendered, stepMs = 30_000 }: { date: Date; rendered?: number; stepMs?: number }) {
  const now = useNow(stepMs, rendered);
  const zone = useHydrated() ? undefined : "UTC";
  return (
    <time dateTime={date.toISOString()} title={exactTime(date, zone)} data-ago>
      {relativeTime(date, now)}
    </time>
  );
}
