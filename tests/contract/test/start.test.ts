import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { spawnServer, untilReady, type RunningServer } from "../support/server";

const runDir = inject("runDir");
const DATABASE_URL = inject("spareDatabases")[11] ?? "";

/** A start that should not come to anything: how it ended, and all that it said. */
async function fail(
  name: string,
  env: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const server = await spawnServer("front door", { runDir, name, env: { DATABASE_URL, ...env } });
  const code = await new Promise<number | null>((resolve) => server.process.once("exit", resolve));
  return { code, said: readFileSync(server.log, "utf8").trim() };
}

describe("a start for others", () => {
  it("ends with one sentence when there is no secret", async () => {
    const { code, said } = await fail("no secret", {
      PUBLIC_URL: "https://login.example.com",
      AUTH_SECRET: "",
    });
    expect(code).toBe(1);
    expect(said.split("\n")).toHaveLength(1);
    expect(said).toMatch(/^AUTH_SECRET is not set, .*openssl rand -base64 32/);
  });

  it.each([
    ["one character", "x".repeat(40)],
    ["one word again and again", "secret".repeat(7)],
    ["the text of an example", "change-this-to-32-random-characters!"],
  ])("ends with one sentence, which does not repeat it, when the secret is %s", async (what, weak) => {
    const { code, said } = await fail(`weak secret, ${what}`, { AUTH_SECRET: weak });
    expect({ code, said }).toEqual({
      code: 1,
      said: 'AUTH_SECRET can be guessed; make one with "openssl rand -base64 32"',
    });
  });
});

describe("a start in a house network, without TLS", () => {
  let server: RunningServer;
  beforeAll(async () => {
    const env = { DATABASE_URL, PUBLIC_URL: "http://192.168.1.4:3000" };
    server = await spawnServer("front door", { runDir, name: "plain http", env });
    await untilReady(server);
  });
  afterAll(() => server.stop());

  it("goes on, and says what that means", () => {
    expect(readFileSync(server.log, "utf8")).toMatch(
      /PUBLIC_URL is http:\/\/192\.168\.1\.4:3000, without TLS: /,
    );
  });
});

/** The embedded database: nobody was asked for a secret, so the server made its own. */
describe("secrets that the server makes", () => {
  let server: RunningServer;
  // Not in the run's own folder: as root, PostgreSQL's account could not get there.
  const dataDir = mkdtempSync(join(tmpdir(), "alprina-contract-data-"));
  beforeAll(async () => {
    server = await spawnServer("front door", {
      runDir,
      name: "own secrets",
      env: { DATABASE_URL: "", AUTH_SECRET: "", DATA_DIR: dataDir },
    });
    await untilReady(server);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const own = () => {
    const folder = join(dataDir, "secrets");
    return readdirSync(folder).map((name) => ({
      file: join(folder, name),
      value: readFileSync(join(folder, name), "utf8").trim(),
    }));
  };

  it("can be read by their owner alone", () => {
    expect(own().length).toBeGreaterThan(1);
    for (const { file } of own()) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, "secrets")).mode & 0o077).toBe(0);
  });

  it("stand in the arguments of no process, and in no log", () => {
    const everybody = allArguments();
    expect(everybody).toContain(join(dataDir, "postgres"));
    const logs = [server.log, join(dataDir, "postgres.log")].filter((file) => existsSync(file));
    expect(logs).toHaveLength(2);
    const said = logs.map((file) => readFileSync(file, "utf8")).join("\n");
    for (const { value } of own()) {
      expect(everybody).not.toContain(value);
      expect(said).not.toContain(value);
    }
  });

  it("stay out of the environment of its PostgreSQL, which runs under another account", () => {
    const [pid] = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
    const environment = `/proc/${pid}/environ`;
    // Where there is no /proc, nobody else can read it there either.
    if (existsSync(environment)) expect(readFileSync(environment, "utf8")).not.toContain("AUTH_SECRET");
  });
});

/** What any account of this machine can see of any process. */
function allArguments(): string {
  if (!existsSync("/proc/self/cmdline")) return execFileSync("ps", ["-Ao", "args"], { encoding: "utf8" });
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.map((pid) => read(`/proc/${pid}/cmdline`).replaceAll("\0", " ")).join("\n");
}

/** Empty for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
