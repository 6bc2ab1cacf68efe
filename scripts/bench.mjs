import { join } from "node:path";
import { build, ensureInstalled, root } from "./lib/workspace.mjs";
import { ensureBrowser } from "./lib/browser.mjs";
import { openly } from "./lib/steps.mjs";

// npm run bench -- …: us, the peers and the ceilings side by side, on what is built here and now.
await ensureInstalled();
const browser = ensureBrowser();
await build("@alprina/web...");
process.exitCode = await openly(
  join(root, "bench/node_modules/.bin/tsx"),
  [join(root, "bench/src/main.ts"), ...process.argv.slice(2)],
  { CHROMIUM_PATH: browser },
);
