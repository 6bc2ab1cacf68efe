import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "api",
    include: ["test/**/*.test.ts"],
    // As many as there are cores to count on, in all projects of this group; Vitest alone would leave one idle.
    maxWorkers: 2,
    // No file changes what another imports, and importing it all anew for each takes a third of the time.
    isolate: false,
    globalSetup: ["test/support/database-server.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
