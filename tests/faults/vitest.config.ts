import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "faults",
    // Last, and two files at a time: each has two servers and a PostgreSQL of its own.
    sequence: { groupOrder: 3 },
    include: ["test/**/*.test.ts"],
    globalSetup: ["support/global-setup.ts"],
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 90_000,
  },
});
