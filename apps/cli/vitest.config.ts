import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "cli",
    include: ["test/**/*.test.ts"],
    // As many as there are cores to count on, in all projects of this group; Vitest alone would leave one idle.
    maxWorkers: 2,
    globalSetup: "test/build.ts",
  },
});
