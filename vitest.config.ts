import { defineConfig } from "vitest/config";

// Each of these has a vitest.config.ts of its own; from here they run together.
export default defineConfig({
  test: { projects: ["prisma", "packages/*", "apps/*", "tests/contract", "tests/conformance"] },
});
