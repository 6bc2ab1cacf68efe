import { expect, it } from "vitest";
import { groupByDay } from "@/lib/group-by-day";

const english = { language: "en", today: "Today", yesterday: "Yesterday" };
const now = Date.UTC(2026, 10, 24, 1, 30);
const at = (time: string) => ({ at: new Date(time) });
const items = [
  at("2026-11-24T01:00:00Z"),
  at("2026-11-23T23:30:00Z"),
  at("2026-11-23T00:10:00Z"),
  at("2026-11-22T12:00:00Z"),
];

it("groups by the days of a time zone, and names the two that everybody does", () => {
  const titles = (zone: string) =>
    groupByDay(items, now, english, zone).map(({ title, isToday, items: ofDay }) => [
      title,
      isToday,
      ofDay.length,
    ]);
  expect(titles("UTC")).toEqual([
    ["Today", true, 1],
    ["Yesterday", false, 2],
    ["Sunday, 22 November 2026", false, 1],
  ]);
  expect(titles("Asia/Tokyo")).toEqual([
    ["Today", true, 2],
    ["Yesterday", false, 1],
    ["Sunday, 22 November 2026", false, 1],
  ]);
  expect(titles("America/New_York")).toEqual([
    ["Today", true, 2],
    ["Yesterday", false, 2],
  ]);
});
