import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareDataDir, readOrCreateSecret, startEmbeddedPostgres } from "../src/embedded/index";
import { isAlive, readPostmaster } from "../src/embedded/postmaster";

let dataDir: string;
let processes: ChildProcess[] = [];

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "alprina-embedded-"));
  dataDir = prepareDataDir(folder, folder);
});
afterEach(async () => {
  await Promise.all(processes.map((child) => end(child, "SIGKILL")));
  processes = [];
  await (await startEmbeddedPostgres(dataDir)).stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process of its own that starts the database and holds on to it. */
async function startInProcess() {
  const script = join(import.meta.dirname, "hold-database.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir], {
    // Where tsx can be found, wherever the tests were started.
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  processes.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`The process that holds the database ended with ${code}`)));
  });
  return { child, ...(JSON.parse(line) as { url: string; started: boolean }) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = () => readPostmaster(join(dataDir, "postgres"))?.pid ?? 0;

describe("the embedded PostgreSQL", () => {
  it("keeps its data between starts, and stops when it is told to", async () => {
    const first = await startInProcess();
    await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    const pid = serverPid();
    await end(first.child, "SIGTERM");
    expect(isAlive(pid)).toBe(false);
    const second = await startInProcess();
    expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  it("loses nothing when its process is killed, and is taken over by the next, which stops it in the end", async () => {
    const first = await startInProcess();
    await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    await end(first.child, "SIGKILL");
    const pid = serverPid();
    expect(isAlive(pid)).toBe(true);
    const second = await startInProcess();
    expect(second).toMatchObject({ url: first.url, started: false });
    expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    await end(second.child, "SIGTERM");
    expect(isAlive(pid)).toBe(false);
  });

  it("loses nothing when everything is killed at once", async () => {
    const first = await startInProcess();
    await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    const pid = serverPid();
    await end(first.child, "SIGKILL");
    process.kill(pid, "SIGKILL");
    const second = await startInProcess();
    expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  it("is shared by a second process, which does not stop it under the first", async () => {
    const first = await startInProcess();
    const second = await startInProcess();
    expect(second).toMatchObject({ url: first.url, started: false });
    await end(second.child, "SIGTERM");
    expect(await query(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("outlives the one that started it, and is stopped by the last that uses it", async () => {
    const first = await startInProcess();
    const second = await startInProcess();
    const pid = serverPid();
    await end(first.child, "SIGTERM");
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await end(second.child, "SIGTERM");
    expect(isAlive(pid)).toBe(false);
  });

  it("may be started by several at once: one does, and all use it", async () => {
    const all = await Promise.all(Array.from({ length: 4 }, startInProcess));
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    expect(all.filter(({ started }) => started)).toHaveLength(1);
    expect(await query(all[0]?.url ?? "", "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("is there for whoever comes while it is being stopped", async () => {
    let current = await startInProcess();
    for (let round = 0; round < 5; round++) {
      const [, next] = await Promise.all([end(current.child, "SIGTERM"), startInProcess()]);
      expect(await query(next.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      current = next;
    }
  });

  it("takes another port when its own is taken", async () => {
    const first = await startInProcess();
    const port = Number(new URL(first.url).port);
    await end(first.child, "SIGTERM");
    const squatter = createServer().listen(port, "127.0.0.1");
    await once(squatter, "listening");
    try {
      const second = await startInProcess();
      expect(new URL(second.url).port).not.toBe(String(port));
    } finally {
      squatter.close();
    }
  });

  it("starts although its number belongs to some other program since", async () => {
    const first = await startInProcess();
    await end(first.child, "SIGTERM");
    // As after a restart of a container: the file of the last run, with a number that is somebody else's now.
    writeFileSync(
      join(dataDir, "postgres", "postmaster.pid"),
      `${process.ppid}\n/elsewhere\n0\n1\n\n127.0.0.1\n`,
    );
    expect((await startInProcess()).started).toBe(true);
  });

  it("lets in nobody without its password, and nobody from outside", async () => {
    const { url } = await startInProcess();
    const stranger = new URL(url);
    stranger.password = "guess";
    await expect(query(stranger.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
    expect(await query(url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  });
});

describe("a generated secret", () => {
  it("is made once, also by calls at once, and only its owner may read it", async () => {
    const secret = readOrCreateSecret(dataDir, "some-secret");
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(readOrCreateSecret(dataDir, "some-secret")).toBe(secret);
    expect(readOrCreateSecret(dataDir, "another")).not.toBe(secret);
    expect(statSync(join(dataDir, "secrets", "some-secret")).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, "secrets")).mode & 0o777).toBe(0o700);
  });
});
