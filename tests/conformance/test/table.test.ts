import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Two documents say which test holds each requirement. A test that is renamed must be renamed there. */

const checkout = join(import.meta.dirname, "../../..");
/** Where each begins the names of its test files. */
const documents = { "docs/conformance.md": "tests", "SECURITY.md": "." };

interface Row {
  /** What the table lists: the head of its first column. */
  lists: string;
  line: string;
  references: { file: string; title: string }[];
}

/** The rows of every table whose last column is "held by". */
function heldRows(document: string): Row[] {
  const rows: Row[] = [];
  let lists: string | null = null;
  for (const line of readFileSync(join(checkout, document), "utf8").split("\n")) {
    if (!line.startsWith("|")) lists = null;
    else if (/\|\s*held by\s*\|$/.test(line)) lists = line.split("|")[1]?.trim() ?? "";
    else if (lists !== null && !/^[|\s-]+$/.test(line)) {
      rows.push({ lists, line, references: referencesIn(line) });
    }
  }
  return rows;
}

/** What stands there as "`file` › title", one after the other. */
function referencesIn(line: string): Row["references"] {
  const cell = line.split("|").at(-2) ?? "";
  return cell.split("<br>").flatMap((reference) => {
    const [, file, title] = /^`([\w./-]+\.ts)` › (.+)$/.exec(reference.trim()) ?? [];
    return file && title ? [{ file, title }] : [];
  });
}

describe.each(Object.entries(documents))("%s", (document, folder) => {
  it("names a test in every row", () => {
    const rows = heldRows(document);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ references }) => references.length === 0).map(({ line }) => line)).toEqual([]);
  });

  it("names only tests that exist", () => {
    const missing = heldRows(document)
      .flatMap(({ references }) => references)
      .filter(({ file, title }) => !hasTest(join(checkout, folder, file), title));
    expect(missing).toEqual([]);
  });
});

describe("SECURITY.md", () => {
  it("has a row for each of the seventeen mitigations of RFC 10027", () => {
    const mitigations = heldRows("SECURITY.md").filter(({ lists }) => lists === "mitigation");
    expect(mitigations).toHaveLength(17);
  });
});

describe("docs/conformance.md", () => {
  it("names every test of the RFCs", () => {
    const named = new Set(
      heldRows("docs/conformance.md")
        .flatMap(({ references }) => references)
        .map(({ title }) => title),
    );
    const files = readdirSync(import.meta.dirname).filter((name) => name.startsWith("rfc"));
    expect(files).toHaveLength(7);
    const unnamed = files
      .flatMap((file) => titlesIn(join(import.meta.dirname, file)))
      .filter((one) => !named.has(one));
    expect(unnamed).toEqual([]);
  });
});

/** The titles that a test file writes out: behind `it(` or `test(`, or as a `shape` of a table. */
function titlesIn(path: string): string[] {
  const source = readFileSync(path, "utf8");
  return [...source.matchAll(/(?:\b(?:it|test)(?:\.\w+\([^)]*\))?\(|\bshape: )\s*"([^"]+)"/g)].map(
    ([, title = ""]) => title,
  );
}

function hasTest(path: string, title: string): boolean {
  return existsSync(path) && titlesIn(path).includes(title);
}
