"use client";

import { useLocale } from "#translations";
import { calendarDate, exactTime } from "@/lib/dates";
import { useHydrated } from "./use-hydrated";

/** `23 Dec 2026`, in the reader's time zone, which the server does not know. */
export function Day({ date }: { date: Date }) {
  const language = useLocale();
  const zone = useHydrated() ? undefined : "UTC";
  return (
    <time dateTime={date.toISOString()} title={exactTime(date, language, zone)}>
      {calendarDate(date, language, zone)}
    </time>
  );
}
