import { describe, expect, it } from "vitest";
import { calendarDate, clockTime, DAY, duration, ENGLISH, lifetime, relativeTime } from "@/lib/dates";

const now = Date.UTC(2026, 10, 23, 12);

describe("times, in words", () => {
  it.each([
    [-2_000, "just now"],
    [3_000, "just now"],
    [-40_000, "40 seconds ago"],
    [-60_000, "1 minute ago"],
    [-2 * 3_600_000, "2 hours ago"],
    [-4 * 30 * DAY, "4 months ago"],
    [3 * DAY, "in 3 days"],
  ])("%d ms is %s", (delta, words) => {
    expect(relativeTime(new Date(now + delta), now, ENGLISH)).toBe(words);
  });

  it("counts down and stops at zero", () => {
    expect(clockTime(852_000)).toBe("14:12");
    expect(clockTime(400)).toBe("0:01");
    expect(clockTime(-5)).toBe("0:00");
  });

  it("names a day in a time zone", () => {
    expect(calendarDate(new Date(now), "en", "UTC")).toBe("23 Nov 2026");
  });

  it("says how long to wait", () => {
    expect(duration(1, "en")).toBe("1 second");
    expect(duration(45, "en")).toBe("45 seconds");
    expect(duration(130, "en")).toBe("3 minutes");
  });

  it.each([
    ["en", "3 hours ago", "23 Nov 2026", "8 hours", "1 year"],
    ["de", "vor 3 Stunden", "23.11.2026", "8 Stunden", "1 Jahr"],
    ["es", "hace 3 horas", "23 nov 2026", "8 horas", "1 año"],
    ["fr", "il y a 3 heures", "23 nov. 2026", "8\u00a0heures", "1\u00a0an"],
    ["ja", "3 時間前", "2026/11/23", "8 時間", "1 年"],
    ["zh", "3小时前", "2026年11月23日", "8小时", "1年"],
    // Languages for tests are English, whatever their letters.
    ["en-XA", "3 hours ago", "23 Nov 2026", "8 hours", "1 year"],
  ])("speaks %s", (language, ago, day, hours, year) => {
    expect(relativeTime(new Date(now - 3 * 3_600_000), now, { language, justNow: "" })).toBe(ago);
    expect(calendarDate(new Date(now), language, "UTC")).toBe(day);
    expect(lifetime(8 * 3600, language)).toBe(hours);
    expect(lifetime(365 * 24 * 3600, language)).toBe(year);
  });
});
