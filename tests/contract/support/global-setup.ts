import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestServer } from "@alprina/db/testing";
import type { TestProject } from "vitest/node";
import type { Host } from "./hosts";
import { fetchDescribed, neverSeen, type Described } from "./openapi";
import { leaksIn } from "./secret-scan";
import { unseenWithReason } from "./unseen";
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
  let openapi: Described | undefined;

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
    const gaps = openapi && (await wasWhole(project)) ? gapsIn(neverSeen(openapi, runDir)) : [];
    rmSync(runDir, { recursive: true, force: true });
    if (leaks.length + gaps.length > 0) {
      process.exitCode = 1;
      const found = leaks.map((leak) => `Secrets stand in the servers' logs: ${leak}`);
      throw new Error([...found, ...gaps].join("\n"));
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
    openapi = await fetchDescribed(started[0]?.url ?? "");
    project.provide("openapi", openapi);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

/** Whether every test was run: only then does a reply that nobody has seen mean something. */
async function wasWhole(project: TestProject): Promise<boolean> {
  const { testFiles } = await project.globTestFiles();
  const run = project.vitest.state.getTestModules().filter((module) => module.project === project);
  return run.length === testFiles.length && !project.vitest.getGlobalTestNamePattern();
}

/** The documented replies without a test, and those that are excused though there is one. */
function gapsIn(unseen: string[]): string[] {
  const excuse = (line: string) => unseenWithReason.find(({ replies }) => replies.test(line));
  const untested = unseen.filter((line) => !excuse(line));
  return untested.map((line) => `/openapi.json promises a reply that no contract test has seen: ${line}`);
}
