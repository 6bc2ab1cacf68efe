import { describe, expect, it } from "vitest";
import { median, percentile, ratioOf, spreadOf } from "../src/ratio";

describe("figures that were taken several times", () => {
  it("have the middle one as their median, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it("have percentiles between the nearest two in proportion", () => {
    const hundred = Array.from({ length: 101 }, (_, index) => index);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([10, 20], 0.25)).toBe(12.5);
  });

  it("have a spread from the smallest to the largest", () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  });
});

describe("the ratio of two contenders", () => {
  it("is the ratio of the medians, and its spread that of the rounds", () => {
    expect(ratioOf([10, 20, 30], [10, 10, 10])).toEqual({ median: 2, min: 1, max: 3 });
  });

  it("pairs what was measured in one round, so that a slow moment of both changes nothing", () => {
    expect(ratioOf([100, 10, 100], [50, 5, 50])).toEqual({ median: 2, min: 2, max: 2 });
  });
});
