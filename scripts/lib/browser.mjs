import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { aptInstall, quietly } from "./apt.mjs";
import { root } from "./workspace.mjs";
import { fail } from "./steps.mjs";

// Chromium without what draws windows: a third less work for the same pages.
const shell = "/usr/bin/chromium-headless-shell";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium for the tests in the browser: the one that Playwright keeps, one of the system, or else one that is
 * installed now, by Playwright, or by apt where Playwright's own is out of reach.
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  process.stderr.write("· Installing a browser for the tests …\n");
  const asRoot = process.getuid?.() === 0;
  const playwright = join(root, "tests/e2e/node_modules/.bin/playwright");
  quietly(playwright, ["install", ...(asRoot ? ["--with-deps"] : []), "chromium"]);
  if (!findBrowser()) aptInstall(["chromium-headless-shell"]);
  // Where the distribution has no such package.
  if (!findBrowser()) aptInstall(["chromium"]);
  return (
    findBrowser() ??
    fail("The tests need a Chromium, and none could be installed. Install one, or name it in CHROMIUM_PATH.")
  );
}

function findBrowser() {
  const require = createRequire(join(root, "tests/e2e/package.json"));
  const { chromium } = require("@playwright/test");
  return [process.env.CHROMIUM_PATH, shell, chromium.executablePath(), ...known].find(
    (path) => path && existsSync(path),
  );
}
