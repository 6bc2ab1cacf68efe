import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { prepareDataDir, startEmbeddedPostgres } from "./embedded/index";
import { migrate } from "./migrate";

/** A real PostgreSQL for a test run. */
export interface TestServer {
  /** Its migrated database, which the others are copied from: connect to a copy. */
  url: string;
  createDatabase(): Promise<string>;
  /** Stops it as an operator does, which cuts every connection. The data stay. */
  halt(): Promise<void>;
  /** Starts it again where it was, after `halt`. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** Nobody's data: what a power cut would take is made anew by the next run. */
const THROWAWAY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Starts an embedded PostgreSQL in a temporary folder, which `stop` removes. It survives everything that a test does
 * to it, and only a `durable` one would survive the machine's end as well: that is how operators run theirs, and
 * what is measured must write as it does.
 */
export async function startTestServer({ durable = false } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "alprina-test-"));
  const dataDir = prepareDataDir(folder, folder);
  const start = () =>
    startEmbeddedPostgres(dataDir, { maxConnections: 300, settings: durable ? [] : THROWAWAY });
  let server = await start();
  const { url } = server;
  await migrate(url);
  return {
    url,
    createDatabase: () => createTestDatabase(url),
    halt: () => server.stop(),
    async resume() {
      server = await start();
      if (server.url !== url) throw new Error("PostgreSQL's port was taken while it was away.");
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A fresh database with the current schema on the test server at `serverUrl`; the URL to it. */
export async function createTestDatabase(serverUrl: string): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const on = (database: string) => serverUrl.replace(/\/[^/]*$/, `/${database}`);
  const admin = new pg.Client({ connectionString: on("postgres") });
  await admin.connect();
  try {
    // As files, which takes less than half of the time that writing each page to the log takes.
    await admin.query(`CREATE DATABASE ${name} TEMPLATE alprina STRATEGY FILE_COPY`);
  } finally {
    await admin.end();
  }
  return on(name);
}
