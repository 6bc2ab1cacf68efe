import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./lib/workspace.mjs";
import { step } from "./lib/steps.mjs";

// npm run pack [folder]: the two packages that others install, built and packed into `.cache/packages` or that folder.
const out = resolve(process.argv[2] ?? join(root, ".cache/packages"));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

mkdirSync(out, { recursive: true });
for (const [name, build] of Object.entries({
  "cli-auth": "packages/cli-auth/build.mjs",
  alprina: "apps/cli/build.mjs",
})) {
  const folder = join(out, name);
  await step(`Building ${name}`, process.execPath, [join(root, build), folder]);
  await step(`Packing ${name}`, npm, ["pack", "--pack-destination", out, folder]);
}
process.stderr.write(`The packages are in ${out}\n`);
