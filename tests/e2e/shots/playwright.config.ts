import { defineConfig } from "@playwright/test";
import base from "../playwright.config";

/** Pictures of every page, to be looked at: `npm run shots`. */
export default defineConfig(base, {
  testDir: ".",
  testMatch: "*.shots.ts",
  globalSetup: "../support/global-setup.ts",
  outputDir: "../test-results",
  timeout: 900_000,
  workers: 1,
  use: { ...base.use, trace: "off" },
});
