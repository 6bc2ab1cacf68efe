"use client";

import { useLocale, useTranslations } from "#translations";
import { exactTime, relativeTime } from "@/lib/dates";
import { useHydrated } from "./use-hydrated";
import { useNow } from "./use-now";

/** `2 hours ago`, kept true, with the exact time in its title. On a page without React a script does that. */
export function Ago({ date, rendered, stepMs = 30_000 }: { date: Date; rendered?: number; stepMs?: number }) {
  const language = useLocale();
  const justNow = useTranslations("site")("time.justNow");
  const now = useNow(stepMs, rendered);
  const zone = useHydrated() ? undefined : "UTC";
  return (
    <time dateTime={date.toISOString()} title={exactTime(date, language, zone)} data-ago={justNow}>
      {relativeTime(date, now, { language, justNow })}
    </time>
  );
}
