import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  aliveRows,
  budgetRows,
  dashboardCodeRows,
  facts,
  longRows,
  secondFactorRows,
  spaceRows,
  userCodeRows,
} from "../support/guessing-tables";

const text = readFileSync(new URL("../../../../docs/guessing.md", import.meta.url), "utf8");

/** The table under a heading, without its head: its first `columns` cells. */
function tableUnder(heading: string, columns: number): string[][] {
  const section = text.split(/^#+ /m).find((one) => one.startsWith(`${heading}\n`));
  if (!section) throw new Error(`docs/guessing.md has no section "${heading}".`);
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, columns + 1)
      .map((cell) => cell.trim()),
  );
}

describe("docs/guessing.md", () => {
  it.each([
    { heading: "The budgets", rows: budgetRows() },
    { heading: "How many codes there are", rows: spaceRows() },
    { heading: "User codes", rows: userCodeRows() },
    { heading: "Dashboard codes", rows: dashboardCodeRows(6) },
    { heading: "Dashboard codes of eight", rows: dashboardCodeRows(8) },
    { heading: "Codes of an app, and backup codes", rows: secondFactorRows() },
    { heading: "More codes alive", rows: aliveRows() },
    { heading: "Long secrets", rows: longRows() },
  ])("says under “$heading” what the product does", ({ heading, rows }) => {
    expect(tableUnder(heading, rows[0]?.length ?? 0)).toEqual(rows);
  });

  it("has the same numbers in its sentences", () => {
    expect(text).toContain(`of ${facts.unknownCountsAs} addresses`);
    expect(text).toContain(`${facts.alive} codes alive`);
    expect(text).toContain(`${facts.addressesToEmptyDashboard} addresses empty`);
    expect(text).toContain(`${facts.addressesToEmptyStarts} addresses empty`);
    expect(text).toContain(`${facts.accountsToEmptyUserCodes} accounts empty`);
    expect(text).toContain(`${facts.mostAlive} codes`);
  });
});
