import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDataDir, startEmbeddedPostgres } from "@alprina/db/embedded";
import { startTestServer, type TestServer } from "@alprina/db/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AUTH_SECRET, operatorOf, runAdmin } from "./run";

async function query<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe("with the operator's database", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it("migrates one that is empty", async () => {
    const url = await server.createDatabase();
    await query(url, "DROP SCHEMA public CASCADE");
    await query(url, "CREATE SCHEMA public");
    const { code, stdout, stderr } = await operatorOf(url).run("clients", "list");
    expect(stderr).toContain("Migrated the database (DATABASE_URL)");
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^alprina-cli /m) as string });
  });

  it("says at once that it does not answer, or does not let us in", async () => {
    const away = await operatorOf("postgresql://127.0.0.1:1/nowhere").run("clients", "list");
    expect(away).toMatchObject({ code: 1, stdout: "" });
    expect(away.stderr).toMatch(/^✗ The database does not answer \(connect ECONNREFUSED .*\n$/);
    const stranger = new URL(server.url);
    stranger.password = "guess";
    const refused = await operatorOf(stranger.href).run("clients", "list");
    expect(refused.stderr).toMatch(/^✗ The database refuses: password authentication failed .*\n$/);
  });

  it("asks for the server's secret where the server would", async () => {
    const env = { DATABASE_URL: server.url, PUBLIC_URL: "https://login.example.com" };
    const { code, stderr } = await runAdmin(["clients", "list"], env);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("AUTH_SECRET") as string });
  });

  it("rotates the signing key, keeps the former published, and not under another secret", async () => {
    const operator = operatorOf(await server.createDatabase());
    expect((await operator.run("signing-keys", "list")).stderr).toContain("There is none yet");
    const first = await operator.json<{ current: string }>("signing-keys", "rotate");
    const second = await operator.json<{ former: string; current: string }>("signing-keys", "rotate");
    expect(second.former).toBe(first.current);
    const keys = await operator.json<{ kid: string; status: string }[]>("signing-keys", "list");
    expect(keys.slice(0, 2)).toMatchObject([
      { kid: second.current, status: "current" },
      { kid: second.former, status: "retired" },
    ]);
    expect(JSON.stringify(keys)).not.toMatch(/sealed|private/i);
  });

  it("does not rotate under a secret that is not the server's", async () => {
    const url = await server.createDatabase();
    await operatorOf(url).json("signing-keys", "rotate");
    const before = await operatorOf(url).json<unknown[]>("signing-keys", "list");
    const other = { DATABASE_URL: url, AUTH_SECRET: `not ${AUTH_SECRET}` };
    const { code, stderr } = await runAdmin(["signing-keys", "rotate"], other);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining("sealed under another AUTH_SECRET") as string,
    });
    expect(await operatorOf(url).json("signing-keys", "list")).toHaveLength(before.length);
  });
});

describe("with the embedded database", () => {
  let dataDir: string;
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), "alprina-admin-"));
    dataDir = prepareDataDir(folder, folder);
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));
  const run = (...args: string[]) => runAdmin(args, { DATA_DIR: dataDir });
  const isRunning = () => existsSync(join(dataDir, "postgres/postmaster.pid"));

  it("makes it, migrates it, does the work and stops it; the next call finds what was done", async () => {
    const { code, stderr } = await run("clients", "add", "acme", "--name", "Acme");
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining(dataDir) as string });
    expect(isRunning()).toBe(false);
    const { stdout } = await run("clients", "list", "--json");
    expect(stdout).toContain('"acme"');
    expect(isRunning()).toBe(false);
  });

  it("stops it after a refusal too", async () => {
    expect((await run("clients", "show", "nobody")).code).toBe(1);
    expect(isRunning()).toBe(false);
  });

  it("uses the one that a server runs, and leaves it running", async () => {
    const server = await startEmbeddedPostgres(dataDir);
    const pid = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8");
    expect((await run("clients", "add", "acme-beside", "--name", "Acme")).code).toBe(0);
    const found = await query(server.url, "SELECT name FROM client WHERE id = 'acme-beside'");
    expect(found).toEqual([{ name: "Acme" }]);
    expect(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8")).toBe(pid);
    await server.stop();
    expect(isRunning()).toBe(false);
  });

  it("lets one of two win that start it for the same id", async () => {
    const both = await Promise.all([
      run("clients", "add", "twice", "--name", "A"),
      run("clients", "add", "twice", "--name", "B"),
    ]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(both.map(({ stderr }) => stderr).join()).toContain('There is a client "twice" already.');
    expect(isRunning()).toBe(false);
  });
});
