import type { Spread } from "./ratio";

/** What a figure must be. */
export type Target = { atLeast: number } | { atMost: number };
export type Unit = "×" | "ms" | "KB" | "kB" | "queries" | "of 1" | "of 100";

/** One thing that performance.md asks for: what was measured, and what is to be reached. */
export interface Comparison extends Spread {
  what: string;
  unit: Unit;
  target: Target;
  isReached: boolean;
}

/** One contender's own figures, as context: on a shared machine only ratios mean something. */
export interface Figure {
  contender: string;
  unit: string;
  rounds: number[];
  /** The median over the rounds, of each round's 99th percentile. */
  p99Ms?: number;
  /** Of one core, while it was measured: near 1 says that the contender, and not the load, was the limit. */
  busy?: number;
  /** How often each status came back. */
  statuses?: Record<string, number>;
}

export interface RowResult {
  row: number;
  title: string;
  comparisons: Comparison[];
  figures: Figure[];
  /** What one should know to read the figures. */
  notes: string[];
}

/** How a row came about. */
export interface Run {
  at: string;
  command: string;
  commit: string;
  machine: { cores: number; cpu: string; memoryGb: number; node: string; loadBefore: number };
  options: { connections: number; rounds: number; seconds: number; poolSize: number };
}

/** What is kept. Rows may come from several runs, so each says its own. */
export interface Results {
  rows: (RowResult & { run: Run })[];
}

/** What is kept after one more run: its rows in place of the former ones. */
export function keep(former: Results, rows: RowResult[], run: Run): Results {
  const others = former.rows.filter(({ row }) => rows.every((one) => one.row !== row));
  const all = [...others, ...rows.map((row) => ({ ...row, run }))];
  return { rows: all.sort((a, b) => a.row - b.row) };
}

/** A comparison, judged. A figure that is none (NaN) reaches nothing. */
export function compare(what: string, spread: Spread, target: Target, unit: Unit = "×"): Comparison {
  const { median } = spread;
  const isReached = "atLeast" in target ? median >= target.atLeast : median <= target.atMost;
  return { what, unit, ...spread, target, isReached };
}

/** Above 1: reached, and by how much. What is to be small is turned round, so that more is always better. */
export function timesTheTarget(value: number, target: Target): number {
  if ("atLeast" in target) return value / target.atLeast;
  // Nothing at all where little was allowed is as good as can be.
  return value === 0 ? Infinity : target.atMost / value;
}
