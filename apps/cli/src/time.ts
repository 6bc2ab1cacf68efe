const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const units: [string, number][] = [
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
];

/** `3 hours ago` or `in 8 hours` within thirty days, else `23 Nov 2027`. */
export function humanTime(instant: string, nowMs: number): string {
  const atMs = Date.parse(instant);
  if (Number.isNaN(atMs)) return instant;
  const seconds = (atMs - nowMs) / 1000;
  if (Math.abs(seconds) >= 30 * DAY) return dateOf(atMs);
  for (const [unit, length] of units) {
    const count = Math.floor(Math.abs(seconds) / length);
    if (count > 0) return inWords(count, unit, seconds < 0);
  }
  return seconds <= 0 ? "just now" : "in less than a minute";
}

/** By hand: Node's own formats take longer to load than the rest of a command. */
function inWords(count: number, unit: string, isPast: boolean): string {
  const amount = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return isPast ? `${amount} ago` : `in ${amount}`;
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function dateOf(atMs: number): string {
  const date = new Date(atMs);
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

/** `14:32` */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Whole seconds that are left until then; never less than none. */
export function secondsUntil(instant: string, nowMs = Date.now()): number {
  return Math.max(0, Math.round((Date.parse(instant) - nowMs) / 1000));
}
