import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { call, expectRefusal } from "@alprina/contract-tests/support/call";
import { approve, authorize, logIn, poll, startLogin } from "@alprina/contract-tests/support/flows";
import type { Host } from "@alprina/contract-tests/support/hosts";
import { signUp } from "@alprina/contract-tests/support/people";
import { spawnServer, untilReady, type RunningServer } from "@alprina/contract-tests/support/server";
import { startTestServer, type TestServer } from "@alprina/db/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

/** An instance with one connection, which waits for a row that somebody else holds. */
describe("a pool that is exhausted", () => {
  let postgres: TestServer;
  let server: RunningServer;
  let host: Host;
  let holder: pg.Client;

  beforeAll(async () => {
    postgres = await startTestServer();
    const databaseUrl = await postgres.createDatabase();
    const env = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: "1", LIMIT_FACTOR: "1000" };
    server = await spawnServer("front door", { runDir: inject("runDir"), name: "pool", env });
    host = { kind: "front door", url: server.url, databaseUrl };
    await untilReady(server);
    holder = new pg.Client({ connectionString: databaseUrl });
    await holder.connect();
  });
  afterAll(async () => {
    await holder.end();
    await server.stop();
    await postgres.stop();
  });

  it("answers 503 and does not hang, keeps waiting logins pending, and recovers", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const { api_key } = await logIn(host, ada);
    const waiting = await startLogin(host);
    expect((await poll(host, waiting.device_code)).status).toBe(400);

    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM device_grant FOR UPDATE");
    const held = authorize(host, ada, waiting.user_code);
    await expect.poll(isHeld, { timeout: 10_000 }).toBe(true);
    const calls = Array.from({ length: 20 }, () => call(host, "POST", "/v1/auth/device"));
    for (const reply of await Promise.all(calls)) {
      expectRefusal(reply, 503, "Database unavailable");
      expect(reply.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
    }
    expect((await poll(host, waiting.device_code)).body).toMatchObject({ error: "authorization_pending" });
    expect([200, 503]).toContain((await held).status);
    await holder.query("ROLLBACK");

    await untilReady(server);
    expect((await call(host, "GET", "/v1/auth/me", { bearer: api_key })).status).toBe(200);
    // Whoever was told to come again may find that the first click counted.
    expect([200, 404]).toContain((await authorize(host, ada, waiting.user_code)).status);
    await expect
      .poll(async () => (await poll(host, waiting.device_code)).status, { timeout: 20_000 })
      .toBe(200);
  });

  it("gives no key to a command line that has hung up meanwhile, and keeps it for its next poll", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const { device_code, user_code } = await startLogin(host);
    await approve(host, ada, user_code);

    await holder.query("BEGIN");
    await holder.query("LOCK TABLE device_grant IN ACCESS EXCLUSIVE MODE");
    const body = JSON.stringify({ device_code });
    const hasty = request(`${host.url}/v1/auth/device/token`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Content-Length": body.length },
      agent: false,
    });
    hasty.on("error", () => undefined).end(body);
    await expect.poll(isHeld, { timeout: 10_000 }).toBe(true);
    hasty.destroy();
    // The server hears of it as soon as the network tells; a command line that gave up is gone for longer.
    await sleep(500);
    await holder.query("ROLLBACK");

    await expect.poll(async () => (await poll(host, device_code)).status, { timeout: 20_000 }).toBe(200);
  });

  /** Whether a backend of the server's waits for the row. */
  async function isHeld(): Promise<boolean> {
    const { rows } = await holder.query(
      "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'alprina'",
    );
    return rows.length > 0;
  }
});
