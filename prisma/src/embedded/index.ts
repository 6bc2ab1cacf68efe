import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { giveTo, postgresAccount, type Account } from "./account";
import { findBinaries, type Binaries } from "./binaries";
import { readOrCreateSecret } from "./data-dir";
import { forgetDeadPostmaster, isAlive, readPostmaster, Users } from "./postmaster";

export { prepareDataDir, readOrCreateSecret } from "./data-dir";

const SUPERUSER = "alprina";
const DATABASE = "alprina";
const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 20_000;
const ATTEMPTS = 5;

export interface EmbeddedPostgres {
  /** A connection URL for the product's database. */
  url: string;
  port: number;
  /** The folder that holds the data. */
  clusterDir: string;
  /** Whether this call started it, or found it running (left by a process that was killed, or shared). */
  started: boolean;
  /** Stops the server, unless another living process uses it. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the packages, with its data in `dataDir`, on a free port of the
 * loopback address only, and answers when it takes connections. A server that runs already, for another process or
 * left by one that was killed, is used as it is.
 *
 * It runs in a process group of its own: Ctrl-C in the terminal reaches us, who stop it after our own work is
 * done, and not it, under our feet.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  { maxConnections = 100, settings = [] }: { maxConnections?: number; settings?: string[] } = {},
): Promise<EmbeddedPostgres> {
  const account = postgresAccount();
  const password = readOrCreateSecret(dataDir, "postgres-password");
  const clusterDir = join(dataDir, "postgres");
  const users = new Users(dataDir);
  const urlOn = (port: number, database = DATABASE) =>
    `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  users.join();
  let isOver = false;
  const stop = async () => {
    if (isOver) return;
    isOver = true;
    if (users.leave()) await stopServer(clusterDir);
  };

  try {
    for (let attempt = 1; ; attempt++) {
      const found = await findServer(clusterDir);
      const server =
        found ?? (await startServer({ clusterDir, dataDir, password, account, maxConnections, settings }));
      try {
        await waitUntilReady(urlOn(server.port, "postgres"), server);
        await createDatabaseOnce(urlOn(server.port, "postgres"));
        return { url: urlOn(server.port), port: server.port, clusterDir, started: !found, stop };
      } catch (error) {
        // One that was found may have been about to stop, and one that we started may have met another's start.
        if (server.isAlive() || attempt === ATTEMPTS) throw didNotStart(dataDir, error);
      }
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * What its log must not quote: statements, their values, and the row that a refused one was about (DETAIL), in
 * which a session's token could stand.
 */
const QUIET = [
  ...["log_statement=none", "log_min_error_statement=panic", "log_error_verbosity=terse"],
  ...["log_parameter_max_length=0", "log_parameter_max_length_on_error=0"],
].flatMap((setting) => ["-c", setting]);

/** A server that we try to reach. */
interface Running {
  port: number;
  isAlive(): boolean;
}

async function findServer(clusterDir: string): Promise<Running | undefined> {
  await forgetDeadPostmaster(clusterDir);
  const left = readPostmaster(clusterDir);
  if (!left || !isAlive(left.pid)) return undefined;
  return { port: left.port, isAlive: () => isAlive(left.pid) };
}

async function startServer({
  password,
  ...options
}: Omit<ServerOptions, "port"> & { password: string }): Promise<Running> {
  const { clusterDir, dataDir, account } = options;
  const binaries = findBinaries(account);
  if (!existsSync(clusterDir)) createCluster(binaries, clusterDir, password, account);
  const port = await choosePort(dataDir);
  const server = await runServer(binaries, { ...options, port });
  return { port, isAlive: () => server.exitCode === null && server.signalCode === null };
}

function createCluster(
  { initdb }: Binaries,
  clusterDir: string,
  password: string,
  account: Account | undefined,
): void {
  // Made beside its place and moved there whole, so that a start that is killed halfway leaves nothing behind
  // that looks like a database.
  const draft = `${clusterDir}.${process.pid}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(account, draft);
  giveTo(account, passwordFile);
  try {
    const result = spawnSync(
      initdb,
      [
        `--pgdata=${draft}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
      ],
      { ...as(account), encoding: "utf8", cwd: draft },
    );
    if (result.status !== 0) {
      throw new Error(
        `PostgreSQL could not create its data folder ${clusterDir}: ${result.stderr || result.error}`,
      );
    }
    // Another process that starts at the same time may have been first: then there is one.
    if (!existsSync(clusterDir)) renameSync(draft, clusterDir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

interface ServerOptions {
  clusterDir: string;
  dataDir: string;
  port: number;
  account: Account | undefined;
  maxConnections: number;
  /** More of PostgreSQL's own, as `name=value`. */
  settings: string[];
}

async function runServer(
  { postgres }: Binaries,
  { clusterDir, dataDir, port, account, maxConnections, settings }: ServerOptions,
): Promise<ChildProcess> {
  // A file and not a pipe: if we are killed, the server's next log line must not meet a closed pipe.
  const log = openSync(logFile(dataDir), "w", 0o600);
  const server = spawn(
    postgres,
    [
      "-D",
      clusterDir,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      `max_connections=${maxConnections}`,
      ...QUIET,
      ...settings.flatMap((setting) => ["-c", setting]),
    ],
    {
      ...as(account),
      cwd: clusterDir,
      detached: true,
      stdio: ["ignore", log, log],
      // AUTH_SECRET and the rest stay with us: where it runs under another account, that one reads its environment.
      ...(process.platform !== "win32" && { env: { NODE_ENV: "production" } }),
    },
  );
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    server.once("spawn", resolve);
    server.once("error", reject);
  });
  server.unref();
  writeFileSync(join(dataDir, "postgres.port"), String(port));
  return server;
}

async function waitUntilReady(url: string, server: Running): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!server.isAlive() || Date.now() > deadline) throw error;
      await sleep(40);
    }
  }
}

function didNotStart(dataDir: string, cause: unknown): Error {
  const log = existsSync(logFile(dataDir)) ? readFileSync(logFile(dataDir), "utf8").slice(-2_000) : "";
  return new Error(`The embedded PostgreSQL did not start. Its log, ${logFile(dataDir)}, ends:\n${log}`, {
    cause,
  });
}

async function createDatabaseOnce(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    // 42P04: it is there. 23505: another process creates it this very moment.
    if (code !== "42P04" && code !== "23505") throw error;
  } finally {
    await client.end();
  }
}

async function stopServer(clusterDir: string): Promise<void> {
  const server = readPostmaster(clusterDir);
  if (!server || !isAlive(server.pid)) return;
  // SIGINT is PostgreSQL's fast shutdown: clients are cut off, everything is written. SIGQUIT writes nothing
  // and recovers at the next start.
  process.kill(server.pid, "SIGINT");
  const deadline = Date.now() + STOPPED_WITHIN_MS;
  while (isAlive(server.pid)) {
    if (Date.now() > deadline) {
      process.kill(server.pid, "SIGQUIT");
      return;
    }
    await sleep(25);
  }
}

/** The port of the last start if it is free, for the sake of tools that remember it; else any free one. */
async function choosePort(dataDir: string): Promise<number> {
  const file = join(dataDir, "postgres.port");
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  return (
    (await tryPort(last)) ?? (await tryPort(0)) ?? Promise.reject(new Error("No free port on 127.0.0.1."))
  );
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}

function logFile(dataDir: string): string {
  return join(dataDir, "postgres.log");
}

function as(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}
