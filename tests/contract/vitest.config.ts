import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["support/global-setup.ts"],
    // Tests wait for servers and for the clock far more than they compute.
    maxWorkers: 4,
    maxConcurrency: 40,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
