/** Bundles the command line into one file that starts without node_modules. */
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const folder = new URL("dist/", import.meta.url);
const outfile = "dist/alprina.js";

// CommonJS: Node starts it without its loader of ES modules, which takes a tenth of the whole start. What a command
// does not use is in the file all the same, and is not run. Node 22 and later keep what they have compiled.
const banner = `#!/usr/bin/env node
require("node:module").enableCompileCache?.();`;

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["src/main.ts"],
  outfile,
  bundle: true,
  minify: true,
  keepNames: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Native, and not for every system: where it is not there, keys are kept in a file.
  external: ["@napi-rs/keyring"],
  sourcemap: "linked",
  sourcesContent: false,
  banner: { js: banner },
  logLevel: "warning",
});
await mkdir(folder, { recursive: true });
await writeFile(new URL("package.json", folder), '{ "type": "commonjs" }\n');
await chmod(new URL(outfile, import.meta.url), 0o755);
