import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  test: {
    name: "web",
    include: ["test/**/*.test.ts"],
    globalSetup: "test/admin/build.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
