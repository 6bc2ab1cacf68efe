/** Bundles the command line into one file that starts without node_modules. */
import { chmod } from "node:fs/promises";

import { build } from "esbuild";

const outfile = "dist/alprina.js";

// CommonJS dependencies use require() and __filename, which an ES module does not have.
const banner = `#!/usr/bin/env node
import { createRequire as __createRequire } from "node:module";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);`;

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["src/main.ts"],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "linked",
  banner: { js: banner },
  logLevel: "warning",
});
await chmod(new URL(outfile, import.meta.url), 0o755);
