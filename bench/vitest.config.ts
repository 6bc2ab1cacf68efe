import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "bench",
    include: ["test/**/*.test.ts"],
    // As many as there are cores to count on, in all projects of this group; Vitest alone would leave one idle.
    maxWorkers: 2,
    // Processes start and files are locked on a machine that does other things as well.
    testTimeout: 60_000,
  },
});
