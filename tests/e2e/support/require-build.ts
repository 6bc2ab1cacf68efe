import { existsSync } from "node:fs";
import { relative } from "node:path";
import { checkout, cliScript, pagesBuild, serverScript } from "./build";

/** @throws with what to do when the production build is not there. */
export function requireBuild(): void {
  const missing = [serverScript, pagesBuild, cliScript].filter((file) => !existsSync(file));
  if (missing.length === 0) return;
  const names = missing.map((file) => relative(checkout, file)).join(", ");
  throw new Error(`There is no production build to test (${names}). Make it with: npm run build`);
}
