import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call, expectEveryRule, expectRefusal } from "../support/call";
import { sql } from "../support/database";
import { approve, poll, startLogin } from "../support/flows";
import type { Host } from "../support/hosts";
import { askToken, expectOAuthRefusal, OWN, pollForm, post, start } from "../support/oauth";
import { send } from "../support/http";
import { signUp, type Person } from "../support/people";
import { createProxy, type Proxy } from "../support/proxy";
import { hostKinds, spawnServer, untilReady, type RunningServer } from "../support/server";
import { anyText } from "../support/matchers";

const AWAY = "Database unavailable";
const runDir = inject("runDir");
const spare = inject("spareDatabases");

/** Contract §6, staying alive: a server that starts without its database, gets it, loses it, and gets it again. */
describe.each(hostKinds.map((kind, index) => ({ kind, index })))(
  "$kind: the database away",
  ({ kind, index }) => {
    let server: RunningServer;
    let proxy: Proxy;
    let host: Host;
    let ada: Person;

    beforeAll(async () => {
      proxy = await createProxy(await databaseFor(kind, spare[index] ?? ""));
      server = await spawnServer(kind, {
        runDir,
        name: `${kind} outage`,
        env: { DATABASE_URL: proxy.databaseUrl, LIMIT_FACTOR: "1000" },
      });
      host = { kind, url: server.url, databaseUrl: proxy.databaseUrl };
    });
    afterAll(async () => {
      await server.stop();
      await proxy.cut();
    });
    const ready = () => untilReady(server);

    async function expectAway(): Promise<void> {
      const calls = {
        start: call(host, "POST", "/v1/auth/device"),
        "poll of an unknown code": poll(host, "A".repeat(43)),
        "dashboard code": call(host, "POST", "/v1/auth/cli-verify", { json: { cli_code: "ABCDEF" } }),
        devices: call(host, "GET", "/v1/auth/devices", { bearer: "a-session-token-that-nobody-can-look-up" }),
        readyz: call(host, "GET", "/readyz"),
      };
      for (const [what, waiting] of Object.entries(calls)) {
        const reply = await waiting;
        expect({ what, body: reply.body }).toMatchObject({ what, body: { detail: AWAY } });
        expectRefusal(reply, 503, AWAY);
        expect(reply.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
      }
      const oauth = [
        post(host, "/oauth/device_authorization", { client_id: OWN }),
        askToken(host, pollForm("A".repeat(43))),
        askToken(host, { grant_type: "refresh_token", client_id: OWN, refresh_token: "any" }),
        call(host, "GET", "/oauth/jwks"),
      ];
      for (const waiting of oauth) {
        const reply = await waiting;
        expectOAuthRefusal(reply, 503, "temporarily_unavailable");
        expect(reply.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
      }
      for (const path of ["sign-in", "sign-up"]) {
        const json = { name: "Ada", email: "ada@example.test", password: "correct horse battery" };
        const reply = await call(host, "POST", `/api/auth/${path}/email`, {
          json,
          headers: { Origin: host.url },
        });
        expect({ path, status: reply.status, body: reply.body }).toMatchObject({
          ...{ path, status: 503, body: { code: "DATABASE_UNAVAILABLE" } },
        });
      }
      expect((await call(host, "GET", "/healthz")).status).toBe(200);
      expect((await call(host, "GET", "/.well-known/oauth-authorization-server")).status).toBe(200);
    }

    it("keeps the rules of every reply from its very first answer on", async () => {
      const first = await firstReply(host);
      expectEveryRule(first, "the first POST /v1/auth/device");
      expectRefusal(first, 503, anyText);
    });

    it("starts without it, answers 503, and recovers by itself", async () => {
      // The front door listens before it has everything together.
      await expect
        .poll(async () => (await send(host.url, "POST", "/v1/auth/device")).body, { timeout: 30_000 })
        .toMatchObject({ detail: AWAY });
      await expectAway();
      await proxy.open();
      await ready();
      ada = await signUp(host, "Ada Lovelace");
      await startLogin(host);
    });

    it("keeps a login that is under way pending, and lets it end when the database is back", async () => {
      const { device_code, user_code } = await startLogin(host);
      expect((await poll(host, device_code)).body).toMatchObject({ error: "authorization_pending" });
      const unpolled = await startLogin(host);
      await proxy.cut();
      for (const code of [device_code, unpolled.device_code, device_code]) {
        const reply = await poll(host, code);
        expectRefusal(reply, 400, {
          error: "authorization_pending",
          message: "User hasn't authorized yet. Keep polling.",
        });
      }
      await expectAway();
      await proxy.open();
      await ready();
      await approve(host, ada, user_code);
      expect((await poll(host, device_code)).status).toBe(200);
    });

    it("does the same for a client that speaks OAuth", async () => {
      const { device_code, user_code } = await start(host);
      expectOAuthRefusal(await askToken(host, pollForm(device_code)), 400, "authorization_pending");
      const unpolled = await start(host);
      await proxy.cut();
      for (const code of [device_code, unpolled.device_code, device_code]) {
        expectOAuthRefusal(await askToken(host, pollForm(code)), 400, "authorization_pending");
      }
      await proxy.open();
      await ready();
      await approve(host, ada, user_code);
      expect((await askToken(host, pollForm(device_code))).status).toBe(200);
    });

    it("does not call a login pending that is over", async () => {
      const { device_code, user_code } = await startLogin(host);
      await approve(host, ada, user_code);
      expect((await poll(host, device_code)).status).toBe(200);
      await proxy.cut();
      expectRefusal(await poll(host, device_code), 503, AWAY);
      await proxy.open();
      await ready();
    });

    it("answers within the ten seconds that command lines wait when the database only falls silent", async () => {
      const { device_code, user_code } = await startLogin(host);
      const oauth = await start(host);
      proxy.silence();
      const within = async (waiting: ReturnType<typeof poll>) =>
        Promise.race([waiting, sleep(10_000, undefined)]);
      const [polled, byOAuth, started] = await Promise.all([
        within(poll(host, device_code)),
        within(askToken(host, pollForm(oauth.device_code))),
        within(call(host, "POST", "/v1/auth/device")),
      ]);
      await proxy.cut();
      await proxy.open();
      expect(polled?.body).toMatchObject({ error: "authorization_pending" });
      expect(byOAuth?.body).toMatchObject({ error: "authorization_pending" });
      expect({ status: started?.status, body: started?.body }).toMatchObject({
        status: 503,
        body: { detail: AWAY },
      });
      await ready();
      await approve(host, ada, user_code);
      expect((await poll(host, device_code)).status).toBe(200);
    });
  },
);

/** Our own server migrates what it finds, so it gets an empty database; Next alone expects a migrated one. */
async function databaseFor(kind: string, migrated: string): Promise<string> {
  if (kind !== "front door") return migrated;
  await sql({ databaseUrl: migrated }, "CREATE DATABASE nothing_in_it");
  const url = new URL(migrated);
  url.pathname = "/nothing_in_it";
  return url.href;
}

/** The answer to the first call that finds anybody listening. */
async function firstReply(host: Host) {
  for (;;) {
    const reply = await send(host.url, "POST", "/v1/auth/device").catch(() => undefined);
    if (reply) return reply;
    await sleep(5);
  }
}
