import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

/** Settings → Activity. */

export const eventRows = (page: Page): Locator => page.getByRole("main").locator("li[data-event]");

/** What the list says happened, the newest first. */
export const eventTitles = (page: Page): Promise<string[]> =>
  eventRows(page).getByRole("heading", { level: 3 }).allTextContents();

export async function expectEvents(page: Page, titles: string[]): Promise<void> {
  await expect(eventRows(page).getByRole("heading", { level: 3 })).toHaveText(titles);
}

/** Clicks Export, and reads what the browser has saved. */
export async function exportCsv(page: Page): Promise<{ name: string; records: Record<string, string>[] }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^Export/ }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  return { name: download.suggestedFilename(), records: readCsv(text) };
}

/** RFC 4180, written down a second time: every record by the names in the header. */
export function readCsv(text: string): Record<string, string>[] {
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") records.push([]);
  }
  expect(records.pop(), "the text ends with a record").toEqual([]);
  const [header = [], ...rows] = records;
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""]));
  });
}
