import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nginx } from "@alprina/contract-tests/support/nginx";
import type { Described } from "@alprina/contract-tests/support/openapi";
import { leaksIn } from "@alprina/contract-tests/support/secret-scan";
import { requireBuild } from "@alprina/contract-tests/support/server";
import { describeApi } from "@alprina/cli-auth/server";
import type { TestProject } from "vitest/node";

/** A folder for the logs of all servers of the run, which are read for secrets when it is over. */
export default function setUp(project: TestProject): () => void {
  requireBuild();
  if (!nginx) throw new Error("These tests need nginx: apt-get install nginx, or name it in NGINX_PATH.");
  const runDir = mkdtempSync(join(tmpdir(), "alprina-faults-"));
  project.provide("runDir", runDir);
  const described = describeApi({ publicUrl: "http://127.0.0.1", cliName: "alprina" });
  project.provide("openapi", JSON.parse(JSON.stringify(described)) as Described);
  return () => {
    const leaks = leaksIn(runDir);
    rmSync(runDir, { recursive: true, force: true });
    if (leaks.length === 0) return;
    process.exitCode = 1;
    throw new Error(`Secrets stand in the servers' logs: ${leaks.join("; ")}`);
  };
}
