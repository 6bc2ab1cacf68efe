import type { Comparison, Figure, RowResult, Target, Unit } from "./results";

/** The results as lines for a terminal. */
export function printTable(rows: RowResult[]): string {
  return rows.map(printRow).join("\n");
}

function printRow({ row, title, comparisons, figures, notes }: RowResult): string {
  const head = `${row}  ${title}`;
  const lines = alignColumns(
    comparisons.map((one) => [
      one.isReached ? "✓" : "✗",
      one.what,
      inUnit(one.median, one.unit),
      `(${spreadInWords(one)})`,
      `to reach: ${targetInWords(one.target, one.unit)}`,
    ]),
  );
  const context = alignColumns(figures.map(figureCells));
  return [head, ...lines, ...context, ...notes.map((note) => `note: ${note}`)].join("\n   ") + "\n";
}

function figureCells({ contender, unit, rounds, p99Ms, busy }: Figure): string[] {
  const sorted = [...rounds].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return [
    "·",
    contender,
    `${round(middle)} ${unit}`,
    p99Ms === undefined ? "" : `p99 ${round(p99Ms)} ms`,
    busy === undefined ? "" : `${Math.round(busy * 100)} % of a core`,
  ];
}

export function spreadInWords({ min, max, unit }: Comparison): string {
  return min === max ? "once" : `${inUnit(min, unit)} – ${inUnit(max, unit)}`;
}

export function targetInWords(target: Target, unit: Unit): string {
  if (unit === "of 1") return "yes";
  return "atLeast" in target ? `≥ ${inUnit(target.atLeast, unit)}` : `≤ ${inUnit(target.atMost, unit)}`;
}

export function inUnit(value: number, unit: Unit): string {
  if (unit === "of 1") return value === 1 ? "yes" : "no";
  return `${round(value)} ${unit}`;
}

/** Three digits that say something. */
function round(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(digits)).toLocaleString("en-US");
}

function alignColumns(lines: string[][]): string[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? "").length)),
  );
  return lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
