import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { checkout } from "../support/build";

const WIDTHS = [360, 768, 1440];
/** Of a page that goes on and on, the beginning is enough; the browser could not draw all of it at once. */
const TALLEST = 5_000;

/** Takes a page as it is, at each width, light and dark, into shots/{folder}. */
export function pictures(page: Page, folder: string): (what: string) => Promise<void> {
  const into = join(checkout, "shots", folder);
  mkdirSync(into, { recursive: true });
  let count = 0;
  return async (what) => {
    const name = `${String(++count).padStart(2, "0")} ${what.replace(/[^a-z0-9]+/gi, " ").trim()}`;
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(height, TALLEST) });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.screenshot({
          path: join(into, `${name} ${width} ${colorScheme}.png`),
          animations: "disabled",
        });
      }
    }
  };
}
