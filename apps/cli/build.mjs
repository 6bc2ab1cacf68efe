/**
 * Bundles the command line into one file that starts without node_modules, in a package that others can install:
 * `node build.mjs [folder]`.
 */
import { chmod } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { writePublished } from "../../scripts/lib/published.mjs";

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "dist"));
const outfile = join(folder, "alprina.js");

// CommonJS: Node starts it without its loader of ES modules, which takes a tenth of the whole start. What a command
// does not use is in the file all the same, and is not run. Node 22 and later keep what they have compiled.
const banner = `#!/usr/bin/env node
require("node:module").enableCompileCache?.();`;

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
  format: "cjs",
  // What Node itself brings is required: its loader of ES modules takes a twentieth of a start.
  supported: { "dynamic-import": false },
  // Native, and not for every system: where it is not there, keys are kept in a file.
  external: ["@napi-rs/keyring"],
  sourcemap: "linked",
  sourcesContent: false,
  banner: { js: banner },
  plugins: [lateChildProcess],
  logLevel: "warning",
});
await writePublished(import.meta.dirname, folder, {
  own: { type: "commonjs", bin: { alprina: "alprina.js" } },
  files: ["alprina.js"],
});
await chmod(outfile, 0o755);
