import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, inject, it } from "vitest";
import { call } from "../support/call";
import { approve, poll, startLogin } from "../support/flows";
import type { Host } from "../support/hosts";
import { signUp } from "../support/people";
import { hostKinds, spawnServer, untilReady } from "../support/server";

const runDir = inject("runDir");

/** Contract §6: a restart drains before it closes, and loses nothing. */
describe.concurrent.each(hostKinds.map((kind, index) => ({ kind, index })))(
  "$kind: a restart",
  ({ kind, index }) => {
    const databaseUrl = inject("spareDatabases")[2 + index] ?? "";
    const env = { DATABASE_URL: databaseUrl, LIMIT_FACTOR: "1000" };

    async function start(name: string) {
      const server = await spawnServer(kind, { runDir, name, env });
      await untilReady(server);
      const host: Host = { kind, url: server.url, databaseUrl };
      return { server, host };
    }

    it("answers what is under way, and the next process goes on with the same logins", async () => {
      const first = await start(`${kind} first`);
      const ada = await signUp(first.host, "Ada Lovelace");
      const { device_code, user_code } = await startLogin(first.host);

      const body = JSON.stringify({ device_code });
      const slow = request(`${first.host.url}/v1/auth/device/token`, {
        method: "POST",
        agent: false,
        headers: { "Content-Type": "application/json", "Content-Length": body.length },
      });
      const status = new Promise<number | undefined>((resolve, reject) => {
        slow.once("response", (response) => resolve(response.resume().statusCode));
        slow.once("error", reject);
      });
      slow.write(body.slice(0, 5));
      await sleep(300);
      const stopped = first.server.stop();
      await sleep(300);
      slow.end(body.slice(5));
      expect(await status).toBe(400);
      // Next says that it was a SIGTERM, 128 + 15.
      expect([0, 143]).toContain(await stopped);

      const second = await start(`${kind} second`);
      try {
        expect((await poll(second.host, device_code)).body).toMatchObject({ error: "authorization_pending" });
        await approve(second.host, ada, user_code);
        const { api_key } = (await poll(second.host, device_code)).body as { api_key: string };
        second.server.process.kill("SIGKILL");
        const third = await start(`${kind} third`);
        expect((await call(third.host, "GET", "/v1/auth/me", { bearer: api_key })).status).toBe(200);
        await third.server.stop();
      } finally {
        await second.server.stop();
      }
    });
  },
);
