import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestServer } from "@alprina/db/testing";
import { fetchDescribed } from "@alprina/contract-tests/support/openapi";
import { leaksIn } from "@alprina/contract-tests/support/secret-scan";
import {
  requireBuild,
  spawnServer,
  untilReady,
  type RunningServer,
} from "@alprina/contract-tests/support/server";
import type { TestProject } from "vitest/node";
import { registerCast } from "./register-cast";

/** Two production servers on one PostgreSQL: an ordinary one, and one whose device codes end soon. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  requireBuild();
  const runDir = mkdtempSync(join(tmpdir(), "alprina-conformance-"));
  const postgres = await startTestServer();
  const running: RunningServer[] = [];

  async function tearDown(): Promise<void> {
    await Promise.all(running.map((server) => server.stop()));
    await postgres.stop();
    const leaks = leaksIn(runDir);
    rmSync(runDir, { recursive: true, force: true });
    if (leaks.length > 0) {
      process.exitCode = 1;
      throw new Error(`Secrets stand in the servers' logs: ${leaks.join("; ")}`);
    }
  }

  try {
    // The clients are there before the servers start, as an operator's are.
    const databaseUrl = await postgres.createDatabase();
    project.provide("cast", await registerCast(databaseUrl));
    for (const [name, env] of [
      ["server", {}],
      ["briefServer", { DEVICE_CODE_TTL_SECONDS: "7" }],
    ] as const) {
      const server = await spawnServer("front door", {
        runDir,
        name,
        env: { ...env, DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: "20", LIMIT_FACTOR: "1000" },
      });
      running.push(server);
      // One after the other: a start is the heaviest thing that happens here.
      await untilReady(server);
      project.provide(name, { kind: server.kind, url: server.url, databaseUrl });
    }
    project.provide("runDir", runDir);
    project.provide("openapi", await fetchDescribed(running[0]?.url ?? ""));
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
