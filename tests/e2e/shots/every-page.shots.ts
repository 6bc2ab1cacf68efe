import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../support/build";
import { visitAll } from "../support/every-page";
import { test } from "../support/test";

const WIDTHS = [360, 768, 1440];
/** Of a page that goes on and on, the beginning is enough; the browser could not draw all of it at once. */
const TALLEST = 5_000;
const folder = join(checkout, "shots");

test("every page in its states, narrow and wide, light and dark", async ({ signedIn: page, server }) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  let count = 0;
  const look = async (what: string) => {
    const name = `${String(++count).padStart(2, "0")} ${what.replace(/[^a-z0-9]+/gi, " ").trim()}`;
    for (const width of WIDTHS) {
      const atLeast = width < 500 ? 780 : 900;
      await page.setViewportSize({ width, height: atLeast });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(height, TALLEST) });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const path = join(folder, `${name} ${width} ${colorScheme}.png`);
        await page.screenshot({ path, animations: "disabled" });
      }
    }
  };
  await visitAll(page, server.url, look, "build-runner-03");
});
