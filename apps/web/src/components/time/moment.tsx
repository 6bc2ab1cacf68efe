"use client";

import { useLocale } from "#translations";
import { exactTime, shortTime } from "@/lib/dates";
import { useHydrated } from "./use-hydrated";

/** `24 Nov 2026, 14:05`, in the reader's time zone, which the server does not know. */
export function Moment({ date }: { date: Date }) {
  const language = useLocale();
  const zone = useHydrated() ? undefined : "UTC";
  return (
    <time dateTime={date.toISOString()} title={exactTime(date, language, zone)}>
      {shortTime(date, language, zone)}
    </time>
  );
}
