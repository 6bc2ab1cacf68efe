import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "contract",
    // After the others: its servers want the machine, and a group of its own may count its workers.
    sequence: { groupOrder: 1 },
    include: ["test/**/*.test.ts"],
    globalSetup: ["support/global-setup.ts"],
    // Tests wait for servers and for the clock far more than they compute.
    maxWorkers: 4,
    maxConcurrency: 40,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
