import { describe, expect, inject, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { sql } from "../support/database";
import { approve, poll, startLogin } from "../support/flows";
import { startOwnHost } from "../support/metrics";
import { signUp } from "../support/people";
import { hosts } from "../support/hosts";
import { spawnServer, untilHealthy } from "../support/server";
import { keyReply, read } from "../support/wire";

/** What `/readyz` says while no logins should be sent here. */
describe("not ready", () => {
  it("says so from SIGTERM on, and goes on answering until balancers have seen it", async () => {
    const host = await startOwnHost("front door", "draining", { DRAIN_SECONDS: "4" });
    const ada = await signUp(host, "Ada Lovelace");
    const { device_code, user_code } = await startLogin(host);
    const stopped = host.server.stop();
    await expect.poll(async () => (await call(host, "GET", "/readyz")).status).toBe(503);
    expectRefusal(await call(host, "GET", "/readyz"), 503, "Server stopping");
    expect((await call(host, "GET", "/healthz")).status).toBe(200);
    await approve(host, ada, user_code);
    read(await poll(host, device_code), keyReply);
    expect(await stopped).toBe(0);
    await expect(call(host, "GET", "/healthz")).rejects.toThrow();
  });

  it("says that the database is there, and not migrated", async () => {
    await sql(hosts[0]!, "CREATE DATABASE not_migrated");
    const url = new URL(hosts[0]!.databaseUrl);
    url.pathname = "/not_migrated";
    const server = await spawnServer("Next alone", {
      runDir: inject("runDir"),
      name: "not migrated",
      env: { DATABASE_URL: url.href },
    });
    await untilHealthy(server);
    const host = { kind: server.kind, url: server.url, databaseUrl: url.href };
    expectRefusal(await call(host, "GET", "/readyz"), 503, "Database not migrated");
    await server.stop();
  });
});
