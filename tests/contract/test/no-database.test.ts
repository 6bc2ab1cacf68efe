import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { poll, redeem } from "../support/flows";
import type { Host } from "../support/hosts";
import { expectOAuthRefusal } from "../support/oauth";
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
    const device = "/v1/auth/devices/00000000-0000-4000-8000-000000000000";
    expectRefusal(await call(host, "PATCH", device, { bearer, json: { name: "a" } }), 503, DETAIL);
    expectRefusal(await call(host, "DELETE", device, { bearer }), 503, DETAIL);
    const approval = { bearer, json: { user_code: "BCDF-GHJK" } };
    expectRefusal(await call(host, "POST", "/v1/auth/device/authorize", approval), 503, DETAIL);
    expectRefusal(await call(host, "GET", "/v1/auth/me", { bearer }), 503, DETAIL);
    expectRefusal(await call(host, "POST", "/v1/auth/logout", { bearer }), 503, DETAIL);
  });

  it("answers 503 to OAuth clients as well", async () => {
    const bearer = "an-access-token-perhaps";
    const form = { client_id: "alprina-cli", token: bearer };
    for (const reply of [
      await call(host, "POST", "/oauth/revoke", { form }),
      await call(host, "POST", "/oauth/introspect", { form }),
      await call(host, "GET", "/oauth/userinfo", { bearer }),
      await call(host, "POST", "/oauth/userinfo", { bearer }),
      await call(host, "GET", "/oauth/jwks"),
    ]) {
      expectOAuthRefusal(reply, 503, "temporarily_unavailable");
    }
  });

  it("says what is wrong with a call all the same", async () => {
    expectRefusal(await call(host, "POST", "/v1/auth/device", { json: [] }), 422, anyText);
    expectRefusal(await call(host, "POST", "/v1/auth/dashboard-code"), 401, "Authorization header required");
    expect((await call(host, "GET", "/v1/auth/me")).status).toBe(401);
    expect((await call(host, "GET", "/healthz")).status).toBe(200);
  });
});
