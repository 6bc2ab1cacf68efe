import { DAY } from "./dates";
import { formatsOf } from "./language";

export interface DayOf<Item> {
  /** `2026-11-24`. */
  day: string;
  /** `Today`, `Yesterday`, or `Sunday, 22 November 2026`, in the words that are given. */
  title: string;
  isToday: boolean;
  items: Item[];
}

/** Items that come the newest first, by the day that they fall on in this time zone. `now` in ms. */
export function groupByDay<Item extends { at: Date }>(
  items: readonly Item[],
  now: number,
  words: { language: string; today: string; yesterday: string },
  timeZone?: string,
): DayOf<Item>[] {
  // One formatter for all: making one costs more than what it does.
  const iso = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const long = new Intl.DateTimeFormat(formatsOf(words.language), { timeZone, dateStyle: "full" });
  const today = iso.format(now);
  const named = new Map([
    [iso.format(now - DAY), words.yesterday],
    [today, words.today],
  ]);
  const days = new Map<string, DayOf<Item>>();
  for (const item of items) {
    const day = iso.format(item.at);
    const title = named.get(day) ?? long.format(item.at);
    const group = days.get(day) ?? { day, title, isToday: day === today, items: [] };
    group.items.push(item);
    days.set(day, group);
  }
  return [...days.values()];
}
