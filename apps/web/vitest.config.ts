import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": new URL("./src", import.meta.url).pathname,
      // As in next.config.mjs.
      "use-intl/format-message": "use-intl/format-message/format-only",
    },
  },
  test: {
    name: "web",
    include: ["test/**/*.test.ts"],
    // As many as there are cores to count on, in all projects of this group; Vitest alone would leave one idle.
    maxWorkers: 2,
    // No file changes what another imports.
    isolate: false,
    globalSetup: "test/admin/build.ts",
    // What is taken as it is knows no alias.
    server: { deps: { inline: ["use-intl"] } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
