import { spawn } from "node:child_process";
import { appendFileSync, copyFileSync, existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "@alprina/db";
import { checkout, serverScript } from "./build";
import { runDir } from "./run-dir";

/** Variables of `.env.example` that differ from the defaults. */
export type Settings = Record<string, string>;

/** Where a server lives. It outlives the process: one that is killed is started again in the same place. */
export interface Place {
  port: number;
  dataDir: string;
}

export interface Server {
  url: string;
  place: Place;
  pid: number;
  /** What it has printed so far. */
  output(): string;
  /** Sends the signal and waits for the end: the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

const READY_WITHIN_MS = 60_000;

export async function newPlace(): Promise<Place> {
  return { port: await freePort(), dataDir: await mkdtemp(join(tmpdir(), "alprina-e2e-")) };
}

export async function removePlace({ dataDir }: Place): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
}

/** The production server as `npm start` runs it, with the embedded PostgreSQL; answers when it is ready. */
export async function startServer(place: Place, settings: Settings = {}): Promise<Server> {
  const url = `http://localhost:${place.port}`;
  const child = spawn(process.execPath, [serverScript], {
    cwd: checkout,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(place.port),
      PUBLIC_URL: url,
      DATA_DIR: place.dataDir,
      // The whole suite comes from one address.
      LIMIT_FACTOR: "1000",
      // All that it can be made to say: the end of the run looks for secrets in it.
      LOG_LEVEL: "trace",
      ...settings,
    },
  });
  let output = "";
  const log = join(runDir(), `server-${place.port}-${child.pid}`);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code ?? -1));
  });
  // When this process is made to leave early, its server should stop its PostgreSQL and go, too.
  const leave = () => child.kill("SIGTERM");
  process.once("exit", leave);
  void ended.then(() => process.off("exit", leave));

  const ready = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      appendFileSync(`${log}.log`, chunk);
      if (output.includes("is ready at")) resolve();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", reject);
    void ended.then((how) => reject(new Error(`The server ended (${how}). It said:\n${output}`)));
  });
  const patience = setTimeout(() => child.kill("SIGTERM"), READY_WITHIN_MS);
  await ready.finally(() => clearTimeout(patience));

  return {
    url,
    place,
    pid: child.pid ?? -1,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      const how = await ended;
      const ofPostgres = join(place.dataDir, "postgres.log");
      if (existsSync(ofPostgres)) copyFileSync(ofPostgres, `${log}-postgres.log`);
      return how;
    },
  };
}

/** The rows of a running server, for promises that no page can show. */
export function openRows({ dataDir }: Place): Database {
  const password = readFileSync(join(dataDir, "secrets/postgres-password"), "utf8").trim();
  const url = `postgresql://alprina:${password}@127.0.0.1:${postgresOf({ dataDir })?.port}/alprina`;
  return openDatabase({ url, maxConnections: 2 });
}

/** The PostgreSQL that runs on this data, by what it says of itself; undefined when it has been stopped. */
export function postgresOf({ dataDir }: Pick<Place, "dataDir">): { pid: number; port: number } | undefined {
  const file = join(dataDir, "postgres/postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("No free port")),
      );
    });
  });
}
