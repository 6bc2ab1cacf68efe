import { InvalidArgumentError } from "commander";

const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * `90m`, `24h`, `7d`, `2w` before `now` (ms), or a date (its midnight in UTC) or a time with its zone.
 * @throws InvalidArgumentError for anything else.
 */
export function readSince(text: string, now: number): Date {
  const span = /^(\d{1,5})([mhdw])$/.exec(text);
  if (span) return new Date(now - Number(span[1]) * UNITS_MS[span[2] as keyof typeof UNITS_MS]);
  const date = new Date(text);
  // The parser takes 30 February for the second of March.
  const isReal = DATE.test(text) && !Number.isNaN(date.getTime()) && isOnCalendar(text.slice(0, 10));
  if (isReal) return date;
  throw new InvalidArgumentError('Say a span such as "24h" or "7d", or a date such as "2026-11-01".');
}

function isOnCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
