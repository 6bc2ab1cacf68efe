const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** `40 seconds ago`, `in 3 days`. */
export function relativeTime(date: Date, now: number): string {
  const delta = date.getTime() - now;
  const distance = Math.abs(delta);
  // Clocks differ by a little: nothing has happened in the coming seconds.
  if (distance < 5 * SECOND) return "just now";
  const [unit, size] = unitOf(distance);
  return relative.format(Math.trunc(delta / size), unit);
}

function unitOf(distance: number): [Intl.RelativeTimeFormatUnit, number] {
  if (distance < MINUTE) return ["second", SECOND];
  if (distance < HOUR) return ["minute", MINUTE];
  if (distance < DAY) return ["hour", HOUR];
  if (distance < 30 * DAY) return ["day", DAY];
  if (distance < 365 * DAY) return ["month", 30 * DAY];
  return ["year", 365 * DAY];
}

/** `23 Dec 2026`. */
export function calendarDate(date: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(date);
}

/** `23 Dec 2026, 14:05`. */
export function shortTime(date: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone }).format(date);
}

/** `23 December 2026 at 14:05:09 UTC`, for a title. */
export function exactTime(date: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "long", timeZone }).format(date);
}

/** `14:05`, on a day that is known. */
export function timeOfDay(date: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone }).format(date);
}

/** `14:09`: minutes and seconds, never below zero. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** `45 seconds`, `3 minutes`: how long to wait. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

/** `8 hours`, `30 days`, `1 year`: how long something may live. */
export function lifetime(seconds: number): string {
  const [size, unit] = lifetimeUnits.find(([length]) => seconds % length === 0) ?? [1, "second"];
  const count = seconds / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

const lifetimeUnits: [seconds: number, unit: string][] = [
  [(365 * DAY) / SECOND, "year"],
  [DAY / SECOND, "day"],
  [HOUR / SECOND, "hour"],
  [MINUTE / SECOND, "minute"],
];
