import { defineConfig } from "vitest/config";

// Each of these has a vitest.config.ts of its own; from here they run together.
export default defineConfig({
  test: {
    projects: [
      "prisma",
      "packages/*",
      "apps/*",
      "tests/contract",
      "tests/conformance",
      "tests/faults",
      "bench",
    ],
    // It warns whoever might start it for anything but a test.
    onConsoleLog: (line) => !line.startsWith("oidc-provider "),
  },
});
