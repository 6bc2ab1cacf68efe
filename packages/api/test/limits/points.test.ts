import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { budgets, pointsOf, UNKNOWN_COUNTS_AS, type BudgetName } from "../../src/limits/budgets";
import { UNKNOWN_ADDRESS } from "../../src/limits/subject";

const names = Object.keys(budgets) as BudgetName[];
const addressNames = names.filter((name) => name.endsWith(":address"));
const name = fc.constantFrom(...names);
const factor = fc.double({ min: 0.000_1, max: 100_000, noNaN: true });
const subject = fc.oneof(fc.constant(UNKNOWN_ADDRESS), fc.ipV4(), fc.uuid());

describe("the points of a budget", () => {
  it("are a whole number, never none, and as they stand in the table at factor one", () => {
    fc.assert(
      fc.property(name, subject, factor, (one, who, times) => {
        const points = pointsOf(one, who, times);
        expect(Number.isSafeInteger(points)).toBe(true);
        expect(points).toBeGreaterThanOrEqual(1);
      }),
    );
    for (const one of names) expect(pointsOf(one, "somebody", 1)).toBe(budgets[one].points);
  });

  it("never become fewer by a larger factor", () => {
    fc.assert(
      fc.property(name, subject, factor, factor, (one, who, a, b) => {
        expect(pointsOf(one, who, Math.max(a, b))).toBeGreaterThanOrEqual(pointsOf(one, who, Math.min(a, b)));
      }),
    );
  });

  it("are more for everybody without an address together than for one address, and fewer than the service's", () => {
    for (const one of addressNames) {
      const shared = pointsOf(one, UNKNOWN_ADDRESS, 1);
      expect(shared).toBe(budgets[one].points * UNKNOWN_COUNTS_AS);
      const service = one.replace(":address", ":service") as BudgetName;
      if (service in budgets) {
        expect(shared).toBeLessThan(budgets[service].points);
        expect(budgets[service].seconds).toBe(budgets[one].seconds);
      }
    }
    fc.assert(
      fc.property(fc.constantFrom(...addressNames), fc.ipV4(), factor, (one, address, times) => {
        const shared = pointsOf(one, UNKNOWN_ADDRESS, times);
        expect(shared).toBeGreaterThanOrEqual(pointsOf(one, address, times));
      }),
    );
  });

  it("are the person's own for somebody whose id happens to be the word for no address", () => {
    expect(pointsOf("user-code:person", UNKNOWN_ADDRESS, 1)).toBe(budgets["user-code:person"].points);
  });
});
