import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "conformance",
    // After the contract: both wait for servers and for the clock, and need not do so at once.
    sequence: { groupOrder: 2 },
    include: ["test/**/*.test.ts"],
    globalSetup: ["support/global-setup.ts"],
    // Clients wait for their next poll nearly all of the time; what they cost is their start.
    maxWorkers: 4,
    maxConcurrency: 40,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
