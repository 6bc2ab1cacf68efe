import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { logIn, poll, redeem } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { expectOAuthRefusal } from "../support/oauth";
import { signUp } from "../support/people";
import { spawnServer, untilHealthy, type RunningServer } from "../support/server";
import { anyText } from "../support/matchers";

const DETAIL = "Database not configured";

/** Without DATABASE_URL our own server brings an embedded database; Next alone has none. */
describe("Next alone: no database configured", () => {
  let server: RunningServer;
  let host: Host;
  /** Of another server: what cannot be a key is refused without a look at the database. */
  let apiKey: string;
  beforeAll(async () => {
    const [elsewhere] = hosts;
    if (!elsewhere) throw new Error("No server is running.");
    apiKey = (await logIn(elsewhere, await signUp(elsewhere, "Ada Lovelace"))).api_key;
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
    expectRefusal(await call(host, "GET", "/v1/auth/me", { bearer: apiKey }), 503, DETAIL);
    expectRefusal(await call(host, "POST", "/v1/auth/logout", { bearer: apiKey }), 503, DETAIL);
  });

  it("answers 503 to OAuth clients as well", async () => {
    const form = { client_id: "alprina-cli", token: apiKey };
    for (const reply of [
      await call(host, "POST", "/oauth/revoke", { form }),
      await call(host, "POST", "/oauth/introspect", { form }),
      await call(host, "GET", "/oauth/userinfo", { bearer: apiKey }),
      await call(host, "POST", "/oauth/userinfo", { bearer: apiKey }),
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
