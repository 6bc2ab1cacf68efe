import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, bundleEnhancements } from "./bundle.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

// The front door, and the operator's command beside it.
await bundle("server.ts");
await bundle("admin.ts");
await bundleEnhancements();

const next = spawnSync(process.execPath, [require.resolve("next/dist/bin/next"), "build"], {
  cwd: here,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
});
process.exit(next.status ?? 1);
