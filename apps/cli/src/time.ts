const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
];

const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });
const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

/** `3 hours ago` or `in 8 hours` within thirty days, else `23 Nov 2027`. */
export function humanTime(instant: string, nowMs: number): string {
  const atMs = Date.parse(instant);
  if (Number.isNaN(atMs)) return instant;
  const seconds = (atMs - nowMs) / 1000;
  if (Math.abs(seconds) >= 30 * DAY) return dates.format(atMs);
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return seconds <= 0 ? "just now" : "in less than a minute";
}

/** `14:32` */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** `40 seconds`, `59 minutes`: how long to wait. */
export function waitingTime(seconds: number): string {
  if (seconds < 2 * MINUTE) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return `${Math.ceil(seconds / MINUTE)} minutes`;
}

/** Whole seconds that are left until then; never less than none. */
export function secondsUntil(instant: string, nowMs = Date.now()): number {
  return Math.max(0, Math.round((Date.parse(instant) - nowMs) / 1000));
}
