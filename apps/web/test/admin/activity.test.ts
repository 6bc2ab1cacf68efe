import { openDatabase, type Database } from "@alprina/db";
import { startTestServer, type TestServer } from "@alprina/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operatorOf } from "./run";

let server: TestServer;
let database: Database;
let operator: ReturnType<typeof operatorOf>;
const ago = (ms: number) => new Date(Date.now() - ms);
const HOUR = 3_600_000;

beforeAll(async () => {
  server = await startTestServer();
  const url = await server.createDatabase();
  database = openDatabase({ url, maxConnections: 2 });
  operator = operatorOf(url);
  const { prisma } = database;
  await prisma.user.create({ data: { id: "ada", name: "Ada Lovelace", email: "ada@example.com" } });
  await prisma.activity.createMany({
    data: [
      { kind: "signed-in", at: ago(50 * HOUR), userId: "ada", ipAddress: "203.0.113.24", place: "Berlin" },
      { kind: "over-budget", at: ago(30 * HOUR), ipAddress: "2001:db8::24", detail: "start-login:address" },
      { kind: "device-renamed", at: ago(HOUR), userId: "ada", deviceName: "@SUM(A1)", detail: 'a "b", c\nd' },
    ],
  });
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

/** The kinds that it lists with these options. */
async function kindsOf(...options: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await operator.run("activity", "list", ...options, "--json");
  expect(code, stderr).toBe(0);
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { kind: string }).kind);
}

describe.concurrent("activity list", () => {
  it("shows a table of everybody's, the newest first", async () => {
    const { code, stdout, stderr } = await operator.run("activity", "list");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^TIME \(UTC\) +KIND +PERSON +DEVICE +CLIENT +FROM +DETAIL$/);
    expect(lines[1]).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +device-renamed +ada@example\.com +@SUM\(A1\) /,
    );
    expect(lines.at(-1)).toMatch(/ signed-in +ada@example\.com +- +- +203\.0\.113\.24 \(Berlin\) +-$/);
  });

  it.each([
    [
      ["--person", " Ada@Example.com"],
      ["device-renamed", "signed-in"],
    ],
    [
      ["--kind", "signed-in", "--kind", "over-budget"],
      ["over-budget", "signed-in"],
    ],
    [["--address", "203.0.113.24"], ["signed-in"]],
    [["--address", "::ffff:203.0.113.24"], ["signed-in"]],
    [["--address", "2001:DB8:0::24"], ["over-budget"]],
    [["--since", "24h"], ["device-renamed"]],
    [["--since", "2d", "--until", "90m"], ["over-budget"]],
    [
      ["--until", new Date().toISOString().slice(0, 10), "--since", "2w", "--kind", "signed-in"],
      ["signed-in"],
    ],
    [
      ["--limit", "2"],
      ["device-renamed", "over-budget"],
    ],
    [["--person", "ada@example.com", "--kind", "over-budget"], []],
  ])("finds by %j", async (options, kinds) => {
    expect(await kindsOf(...options)).toEqual(kinds);
  });

  it("writes CSV that a spreadsheet takes for text", async () => {
    const { stdout } = await operator.run("activity", "list", "--csv", "--limit", "1");
    const [header, record] = [
      stdout.slice(0, stdout.indexOf("\r\n")),
      stdout.slice(stdout.indexOf("\r\n") + 2),
    ];
    expect(header).toBe(
      "time,person,kind,event,device,device_id,login_id,client_id,ip_address,place,network,user_agent,detail,operator",
    );
    expect(record).toMatch(/^[\dT:.Z-]+,ada@example\.com,device-renamed,A device was renamed,'@SUM\(A1\),/);
    expect(record.endsWith('"a ""b"", c\nd",\r\n')).toBe(true);
  });

  it("says so when there is nothing, and prints no data", async () => {
    expect(await operator.run("activity", "list", "--kind", "account-locked")).toEqual({
      ...{ code: 0, stdout: "" },
      stderr: "Nothing like this was written down.\n",
    });
  });

  it("refuses somebody who is not there", async () => {
    const { code, stdout, stderr } = await operator.run("activity", "list", "--person", "nobody@example.com");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe("✗ Nobody here has the address nobody@example.com.\n");
  });

  it.each([
    ["--since", "yesterday"],
    ["--since", "2026-02-30"],
    ["--address", "203.0.113"],
    ["--kind", "nonsense"],
    ["--limit", "0"],
    ["--json", "--csv"],
  ])("takes %s %s for wrong usage", async (...options) => {
    const { code, stdout } = await operator.run("activity", "list", ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

it("lists more than it holds at a time, in order and once each", async () => {
  const data = Array.from({ length: 2_345 }, (_, n) => ({
    kind: "login-started",
    at: ago(n),
    detail: `${n}`,
  }));
  await database.prisma.activity.createMany({ data });
  const { stdout } = await operator.run(
    "activity",
    "list",
    "--kind",
    "login-started",
    "--limit",
    "2300",
    "--json",
  );
  const seen = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { detail: string }).detail);
  expect(seen).toEqual(
    data
      .map(({ detail }) => detail)
      .reverse()
      .slice(0, 2_300),
  );
});
