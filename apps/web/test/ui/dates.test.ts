import { describe, expect, it } from "vitest";
import { calendarDate, clockTime, DAY, duration, relativeTime } from "@/lib/dates";

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
    expect(relativeTime(new Date(now + delta), now)).toBe(words);
  });

  it("counts down and stops at zero", () => {
    expect(clockTime(852_000)).toBe("14:12");
    expect(clockTime(400)).toBe("0:01");
    expect(clockTime(-5)).toBe("0:00");
  });

  it("names a day in a time zone", () => {
    expect(calendarDate(new Date(now), "UTC")).toBe("23 Nov 2026");
  });

  it("says how long to wait", () => {
    expect(duration(1)).toBe("1 second");
    expect(duration(45)).toBe("45 seconds");
    expect(duration(130)).toBe("3 minutes");
  });
});
