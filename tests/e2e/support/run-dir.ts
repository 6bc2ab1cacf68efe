import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VARIABLE = "ALPRINA_E2E_RUN_DIR";

/** Where all workers of a run leave their servers' logs, and the secrets that they have seen. */
export function runDir(): string {
  const folder = process.env[VARIABLE];
  if (!folder) throw new Error("The run has no folder: support/global-setup.ts makes it.");
  return folder;
}

/** Workers are forked from this process, and know it by its environment. */
export function makeRunDir(): string {
  return (process.env[VARIABLE] = mkdtempSync(join(tmpdir(), "alprina-e2e-run-")));
}
