import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./lib/browser.mjs";
import { openly } from "./lib/steps.mjs";
import { build, ensureInstalled, root } from "./lib/workspace.mjs";

// npm run shots: pictures of every page in its states, at three widths, light and dark, in shots/.
await ensureInstalled();
const browser = ensureBrowser();
await build("@alprina/web...");
rmSync(join(root, "shots"), { recursive: true, force: true });
process.exitCode = await openly(
  join(root, "tests/e2e/node_modules/.bin/playwright"),
  ["test", "-c", "tests/e2e/shots", ...process.argv.slice(2)],
  { CHROMIUM_PATH: browser },
);
