import { rmSync } from "node:fs";
import { leaksIn, readLogs, secretsSeen } from "@alprina/contract-tests/support/secret-scan";
import { requireBuild } from "./require-build";
import { makeRunDir } from "./run-dir";

/** Runs once, before all tests; what it answers runs after them. */
export default function setUp(): () => void {
  requireBuild();
  const runDir = makeRunDir();
  return () => {
    const leaks = leaksIn(runDir);
    const [logs, secrets] = [readLogs(runDir).length, secretsSeen(runDir).length];
    rmSync(runDir, { recursive: true, force: true });
    process.stdout.write(`${logs} logs hold none of ${secrets} secrets: ${leaks.length === 0}\n`);
    if (leaks.length > 0) throw new Error(`Secrets stand in the servers' logs:\n${leaks.join("\n")}`);
  };
}
