/**
 * Bundles the command line into one program that starts without node_modules, in a package that others can install:
 * `node build.mjs [folder]`. In front of it stands a file that knows its help by heart, which needs none of it.
 */
import { execFile } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { writePublished } from "../../scripts/lib/published.mjs";

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "dist"));
const command = join(folder, "alprina.js");
const outfile = join(folder, "main.js");

/** Commander wants this for commands that are programs of their own, of which we have none: loading it is a tenth of a start. */
const lateChildProcess = {
  name: "late-child-process",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: "late" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "late" }, ({ path }) => ({
      contents: `exports.spawn = (...args) => process.getBuiltinModule("${path}").spawn(...args);`,
    }));
  },
};

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["src/main.ts"],
  outfile,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  // CommonJS: Node starts it without its loader of ES modules, which takes a tenth of the whole start. What a command
  // does not use is in the file all the same, and is not run.
  format: "cjs",
  // What Node itself brings is required: its loader of ES modules takes a twentieth of a start.
  supported: { "dynamic-import": false },
  // Native, and not for every system: where it is not there, keys are kept in a file.
  external: ["@napi-rs/keyring"],
  sourcemap: "linked",
  sourcesContent: false,
  plugins: [lateChildProcess],
  logLevel: "warning",
});
// First: it says which kind of module the program is.
await writePublished(import.meta.dirname, folder, {
  own: { type: "commonjs", bin: { alprina: "alprina.js" } },
  files: ["alprina.js", "main.js"],
});
const { stdout: help } = await promisify(execFile)(process.execPath, [outfile, "--help"]);
// 80 columns wide; whoever has fewer gets lines of their own. Node 22 and later keep what they have compiled.
await writeFile(
  command,
  `#!/usr/bin/env node
"use strict";
require("node:module").enableCompileCache?.();
const [word, ...more] = process.argv.slice(2);
if ((word === "--help" || word === "-h") && more.length === 0 && !(process.stdout.columns < 80)) {
  // Whoever reads it may have seen enough.
  process.stdout.on("error", () => undefined).write(${JSON.stringify(help)});
} else require("./main.js");
`,
);
await chmod(command, 0o755);
