import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestServer } from "@alprina/db/testing";
import type { TestProject } from "vitest/node";
import type { Host } from "./hosts";
import { leaksIn } from "./secret-scan";
import {
  hostKinds,
  requireBuild,
  spawnServer,
  untilReady,
  type HostKind,
  type RunningServer,
} from "./server";

/** One PostgreSQL, and on it two servers of each kind: an ordinary one and a strict one. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  requireBuild();
  const runDir = mkdtempSync(join(tmpdir(), "alprina-contract-"));
  const postgres = await startTestServer();
  const running: RunningServer[] = [];

  async function start(
    kind: HostKind,
    name: string,
    databaseUrl: string,
    env: Record<string, string>,
  ): Promise<Host> {
    const server = await spawnServer(kind, { runDir, name, env: { ...env, DATABASE_URL: databaseUrl } });
    running.push(server);
    await untilReady(server);
    return { kind, url: server.url, databaseUrl };
  }
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
    const ordinary = { LIMIT_FACTOR: "1000" };
    const strict = {
      LIMIT_FACTOR: "0.05",
      // So that each test can come from an address of its own.
      TRUSTED_PROXIES: "127.0.0.1,::1",
      DASHBOARD_CODE_CONFIRMATION: "required",
      DEVICE_CODE_TTL_SECONDS: "5",
      DASHBOARD_CODE_TTL_SECONDS: "5",
    };
    // The strict ones are two instances on one database.
    const shared = await postgres.createDatabase();
    const starting = [
      ...hostKinds.map(async (kind) =>
        start(kind, `${kind} ordinary`, await postgres.createDatabase(), ordinary),
      ),
      ...hostKinds.map((kind) => start(kind, `${kind} strict`, shared, strict)),
    ];
    // All of them, so that none is still starting while the others are stopped.
    await Promise.allSettled(starting);
    const started = await Promise.all(starting);
    project.provide("hosts", started.slice(0, hostKinds.length));
    project.provide("strictHosts", started.slice(hostKinds.length));
    project.provide(
      "spareDatabases",
      await Promise.all(Array.from({ length: 8 }, () => postgres.createDatabase())),
    );
    project.provide("runDir", runDir);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
