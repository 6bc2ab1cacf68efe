import { describe, expect, it } from "vitest";
import { drawChart } from "../src/chart";
import { compare, keep, timesTheTarget, type RowResult, type Run } from "../src/results";
import { printTable } from "../src/table";

const once = (value: number) => ({ median: value, min: value, max: value });

describe("a comparison", () => {
  it("is reached at the target itself, on whichever side it is to lie", () => {
    expect(compare("rate", once(0.5), { atLeast: 0.5 }).isReached).toBe(true);
    expect(compare("rate", once(0.49), { atLeast: 0.5 }).isReached).toBe(false);
    expect(compare("memory", once(30), { atMost: 30 }, "KB").isReached).toBe(true);
    expect(compare("memory", once(30.1), { atMost: 30 }, "KB").isReached).toBe(false);
  });

  it("is not reached by a figure that is none", () => {
    expect(compare("memory", once(NaN), { atMost: 30 }, "KB").isReached).toBe(false);
    expect(compare("rate", once(NaN), { atLeast: 1 }).isReached).toBe(false);
  });

  it("counts above one when it is better than the target", () => {
    expect(timesTheTarget(40, { atLeast: 20 })).toBe(2);
    expect(timesTheTarget(125, { atMost: 250 })).toBe(2);
    expect(timesTheTarget(0, { atMost: 5 })).toBe(Infinity);
  });
});

const row: RowResult = {
  row: 1,
  title: "Polls",
  comparisons: [
    compare("ours ÷ <theirs>", { median: 24, min: 20.5, max: 31 }, { atLeast: 20 }),
    compare("memory", once(45), { atMost: 30 }, "KB"),
  ],
  figures: [
    { contender: "ours", unit: "a second", rounds: [12_000, 11_000, 13_000], p99Ms: 8.25, busy: 0.97 },
  ],
  notes: ["One thing to know."],
};

describe("the table", () => {
  it("says for each comparison whether it is reached, how far apart the rounds lay, and the target", () => {
    const text = printTable([row]);
    expect(text).toMatch(/✓ +ours ÷ <theirs> +24 × +\(20\.5 × – 31 ×\) +to reach: ≥ 20 ×/);
    expect(text).toMatch(/✗ +memory +45 KB +\(once\) +to reach: ≤ 30 KB/);
    expect(text).toMatch(/ours +12,000 a second +p99 8\.25 ms +97 % of a core/);
    expect(text).toContain("note: One thing to know.");
  });
});

describe("the chart", () => {
  const chart = drawChart([row]);

  it("puts what is reached right of the target's line, and the rest left of it", () => {
    const line = Number(/class="target" x1="(\d+)"/.exec(chart)?.[1]);
    const dot = (verdict: string) => Number(new RegExp(`class="${verdict}" cx="(\\d+)"`).exec(chart)?.[1]);
    expect(dot("yes")).toBeGreaterThan(line);
    expect(dot("no")).toBeLessThan(line);
  });

  it("has text for those who cannot see it, escapes what it is given, and follows the reader's colours", () => {
    expect(chart).toContain('aria-label="1 of 2 targets of the bench are reached"');
    expect(chart).toContain("ours ÷ &lt;theirs&gt;");
    expect(chart).toContain("prefers-color-scheme: dark");
  });

  it("keeps a figure beyond the axis, or none at all, on the paper", () => {
    const wild = drawChart([
      {
        ...row,
        comparisons: [compare("a", once(1e9), { atLeast: 1 }), compare("b", once(NaN), { atLeast: 1 })],
      },
    ]);
    const places = [...wild.matchAll(/cx="([^"]+)"/g)].map((match) => Number(match[1]));
    expect(places).toHaveLength(2);
    for (const x of places) expect(x >= 0 && x <= 860).toBe(true);
  });
});

describe("what is kept", () => {
  const run = (at: string) => ({ at }) as Run;

  it("has the rows of the last run in place of the former ones, in their order, each with its own run", () => {
    const former = keep({ rows: [] }, [{ ...row, row: 4 }, row], run("yesterday"));
    const kept = keep(former, [{ ...row, title: "again" }], run("today"));
    expect(kept.rows.map(({ row, title, run }) => [row, title, run.at])).toEqual([
      [1, "again", "today"],
      [4, "Polls", "yesterday"],
    ]);
  });
});
