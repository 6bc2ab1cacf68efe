import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { poll, redeem } from "../support/flows";
import type { Host } from "../support/hosts";
import { spawnServer, untilHealthy, type RunningServer } from "../support/server";
import { anyText } from "../support/matchers";

const DETAIL = "Database not configured";

/** Without DATABASE_URL our own server brings an embedded database; Next alone has none. */
describe("Next alone: no database configured", () => {
  let server: RunningServer;
  let host: Host;
  beforeAll(async () => {
    server = await spawnServer("Next alone", {
      runDir: inject("runDir"),
      name: "Next alone without database",
      env: {},
    });
    host = { kind: server.kind, url: server.url, databaseUrl: "" };
    await untilHealthy(server);
  });
  afterAll(() => server.stop());

  it("answers 503 wherever it would need one", async () => {
    const bearer = "a-session-token-perhaps";
    expectRefusal(await call(host, "POST", "/v1/auth/device"), 503, DETAIL);
    expectRefusal(await poll(host, "A".repeat(43)), 503, DETAIL);
    expectRefusal(await redeem(host, "ABCDEF"), 503, DETAIL);
    expectRefusal(await call(host, "POST", "/v1/auth/dashboard-code", { bearer }), 503, DETAIL);
    expectRefusal(await call(host, "GET", "/v1/auth/devices", { bearer }), 503, DETAIL);
    expectRefusal(await call(host, "GET", "/readyz"), 503, DETAIL);
  });

  it("says what is wrong with a call all the same", async () => {
    expectRefusal(await call(host, "POST", "/v1/auth/device", { json: [] }), 422, anyText);
    expectRefusal(await call(host, "POST", "/v1/auth/dashboard-code"), 401, "Authorization header required");
    expect((await call(host, "GET", "/v1/auth/me")).status).toBe(401);
    expect((await call(host, "GET", "/healthz")).status).toBe(200);
  });
});
