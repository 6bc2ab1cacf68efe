import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { sql } from "../support/database";
import { startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { send, type Reply } from "../support/http";
import { startOwnHost, type OwnHost } from "../support/metrics";
import { signIn, signUp } from "../support/people";
import { hostKinds } from "../support/server";

type Line = Record<string, unknown>;

/** The lines of our log under the id of this reply. */
function linesOf({ server }: OwnHost, { headers }: Reply): Line[] {
  const id = headers["x-request-id"];
  expect(id).toMatch(/^[\w-]{8,40}$/);
  return readFileSync(server.log, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line)
    .filter(({ requestId }) => requestId === id);
}

const requestLine = (host: OwnHost, reply: Reply) =>
  linesOf(host, reply).find(({ msg }) => msg === "request");

describe.each(hostKinds)("%s: a reply and its line in the log", (kind) => {
  let host: OwnHost;
  beforeAll(async () => {
    host = await startOwnHost(kind, "request ids", {
      LIMIT_FACTOR: "1000",
      TRUSTED_PROXIES: "127.0.0.1,::1",
    });
  });
  afterAll(() => host.server.stop());

  /** The line is written when the reply is over, which its reader may know sooner. */
  async function expectLine(reply: Reply, line: Line): Promise<void> {
    await expect.poll(() => requestLine(host, reply)).toMatchObject({ ...line, status: reply.status });
  }

  it("have one id, and the line says what for and how it ended, without what was sent", async () => {
    const { user_code, device_code } = await startLogin(host);
    const polled = await call(host, "POST", "/v1/auth/device/token/", { json: { device_code } });
    await expectLine(polled, { method: "POST", route: "/v1/auth/device/token", level: 20 });
    const missing = await call(host, "GET", `/v1/auth/nothing/${user_code}`);
    await expectLine(missing, { method: "GET", route: "other", level: 30 });
    const started = await call(host, "POST", `/v1/auth/device?user_code=${user_code}`);
    await expectLine(started, { method: "POST", route: "/v1/auth/device", level: 30 });
    expect(Object.keys(requestLine(host, started) ?? {}).sort()).toEqual(
      ["level", "method", "ms", "msg", "requestId", "route", "status", "time"].sort(),
    );
  });

  it("have one id for what better-auth answers and says, too", async () => {
    const reply = await signIn(host, { email: "nobody@example.com", password: "no such password" });
    expect(reply.status).toBe(401);
    await expectLine(reply, { method: "POST", route: "/api/auth" });
    expect(linesOf(host, reply).filter(({ auth }) => auth === true)).not.toEqual([]);
  });

  it("have one id for what fails", async () => {
    await sql(host, "ALTER TABLE device_grant RENAME COLUMN device_name TO elsewhere");
    const reply = await send(host.url, "POST", "/v1/auth/device");
    await sql(host, "ALTER TABLE device_grant RENAME COLUMN elsewhere TO device_name");
    expect(reply.status).toBe(500);
    await expectLine(reply, { route: "/v1/auth/device" });
    expect(linesOf(host, reply)).toContainEqual(
      expect.objectContaining({ level: 50, msg: "request failed" }) as unknown,
    );
  });

  it.runIf(kind === "front door")("have one id for pages and for what is refused before them", async () => {
    const page = await send(host.url, "GET", "/sign-in?next=%2Fauthorize%3Fuser_code%3DBCDF-GHJK");
    await expectLine(page, { method: "GET", route: "/sign-in" });
    const large = await send(host.url, "POST", "/sign-in", { body: "x".repeat(20_000) });
    expect(large.status).toBe(413);
    await expectLine(large, { method: "POST", route: "/sign-in" });
    const unreadable = await send(host.url, "GET", "/", { headers: { Host: "no host" } });
    expect(unreadable.status).toBe(400);
    await expectLine(unreadable, { method: "GET", route: "/" });
  });

  it.runIf(kind === "front door")("have one id for a page that fails", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    await sql(host, "ALTER TABLE api_key RENAME COLUMN name TO elsewhere");
    const reply = await send(host.url, "GET", "/settings/devices", { headers: { Cookie: ada.cookie } });
    await sql(host, "ALTER TABLE api_key RENAME COLUMN elsewhere TO name");
    await expectLine(reply, { route: "/settings" });
    expect(linesOf(host, reply)).toContainEqual(
      expect.objectContaining({ level: 50, msg: "request failed", route: "/settings/devices" }) as unknown,
    );
  });

  it("have the id that a trusted proxy sent, when it is one word, and else one of our own", async () => {
    const ask = async (sent: string) =>
      (await call(host, "GET", "/healthz", { headers: { "X-Request-Id": sent } })).headers["x-request-id"];
    const good = "4bf92f3577b34da6a3ce929d0e0e4736";
    // Without our front door nobody knows who sent it.
    if (kind === "front door") expect(await ask(good)).toBe(good);
    else expect(await ask(good)).not.toBe(good);
    for (const bad of ["short", "x".repeat(41), "two words of it", '"quoted-quoted"', "a,b,c,d,e,f"])
      expect(await ask(bad)).not.toBe(bad);
  });
});

it("takes no id from anybody else", async () => {
  for (const host of hosts) {
    const sent = "4bf92f3577b34da6a3ce929d0e0e4736";
    const reply = await call(host, "GET", "/healthz", { headers: { "X-Request-Id": sent } });
    expect(reply.headers["x-request-id"]).not.toBe(sent);
  }
});
