import { formatsOf } from "./language";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How a language says when something was. Of the moment that is now no formatter knows a word that fits. */
export interface RelativeWords {
  language: string;
  justNow: string;
}

/** The language of command lines. */
export const ENGLISH: RelativeWords = { language: "en", justNow: "just now" };

/** `40 seconds ago`, `in 3 days`. */
export function relativeTime(date: Date, now: number, { language, justNow }: RelativeWords): string {
  const delta = date.getTime() - now;
  const distance = Math.abs(delta);
  // Clocks differ by a little: nothing has happened in the coming seconds.
  if (distance < 5 * SECOND) return justNow;
  const [unit, size] = unitOf(distance);
  return relative(language).format(Math.trunc(delta / size), unit);
}

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** Making one costs more than what it does, and a page asks every second. */
function relative(language: string): Intl.RelativeTimeFormat {
  const known = formats.get(language);
  if (known) return known;
  const made = new Intl.RelativeTimeFormat(formatsOf(language), { numeric: "always" });
  formats.set(language, made);
  return made;
}

function unitOf(distance: number): [Intl.RelativeTimeFormatUnit, number] {
  if (distance < MINUTE) return ["second", SECOND];
  if (distance < HOUR) return ["minute", MINUTE];
  if (distance < DAY) return ["hour", HOUR];
  if (distance < 30 * DAY) return ["day", DAY];
  if (distance < 365 * DAY) return ["month", 30 * DAY];
  return ["year", 365 * DAY];
}

const written =
  (options: Intl.DateTimeFormatOptions) =>
  (date: Date, language: string, timeZone?: string): string =>
    new Intl.DateTimeFormat(formatsOf(language), { ...options, timeZone }).format(date);

/** `23 Dec 2026`. */
export const calendarDate = written({ dateStyle: "medium" });

/** `23 Dec 2026, 14:05`. */
export const shortTime = written({ dateStyle: "medium", timeStyle: "short" });

/** `23 December 2026 at 14:05:09 UTC`, for a title. */
export const exactTime = written({ dateStyle: "long", timeStyle: "long" });

/** `14:05`, on a day that is known. */
export const timeOfDay = written({ timeStyle: "short" });

/** `14:09`: minutes and seconds, never below zero. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** `45 seconds`, `3 minutes`: how long to wait. */
export function duration(seconds: number, language: string): string {
  if (seconds < 90) return counted(seconds, "second", language);
  return counted(Math.ceil(seconds / 60), "minute", language);
}

/** `8 hours`, `30 days`, `1 year`: how long something may live. */
export function lifetime(seconds: number, language: string): string {
  const [size, unit] = lifetimeUnits.find(([length]) => seconds % length === 0) ?? [1, "second"];
  return counted(seconds / size, unit, language);
}

function counted(count: number, unit: string, language: string): string {
  return new Intl.NumberFormat(formatsOf(language), { style: "unit", unit, unitDisplay: "long" }).format(
    count,
  );
}

const lifetimeUnits: [seconds: number, unit: string][] = [
  [(365 * DAY) / SECOND, "year"],
  [DAY / SECOND, "day"],
  [HOUR / SECOND, "hour"],
  [MINUTE / SECOND, "minute"],
];
