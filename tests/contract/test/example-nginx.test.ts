import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import type { ExampleServer } from "../support/example-server";
import { startLogin } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { send } from "../support/http";
import { nginx, startNginx } from "../support/nginx";
import { logIn } from "../support/oauth";
import { signUp, type Person } from "../support/people";
import { freePort } from "../support/server";

const host = hosts.find(({ kind }) => kind === "front door") as Host;
if (!nginx) console.warn("The examples for nginx are left out: nginx is not on this machine.");

const cleanUps: (() => unknown)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
});

/** A service that says what reached it. */
async function otherService(): Promise<number> {
  const server: Server = createServer((request, response) => {
    response.end(JSON.stringify({ method: request.method, url: request.url }));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  cleanUps.push(() => server.close());
  return port;
}

async function startExampleOf(file: string, names: Record<string, string>): Promise<ExampleServer> {
  const started = await startNginx(file, names);
  cleanUps.push(() => started.stop());
  return started;
}

const hostPort = () => new URL(host.url).host;
const bearer = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } });

describe.skipIf(!nginx)("the examples for nginx", () => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  it("protect.conf lets only good keys through to the API", async () => {
    const api = await otherService();
    const { url } = await startExampleOf("protect.conf", {
      "https://login.example.com": host.url,
      "127.0.0.1:9000": `127.0.0.1:${api}`,
    });
    const [good, narrow] = [await logIn(host, ada, "openid"), await logIn(host, ada, "email")];
    expect(await send(url, "GET", "/")).toMatchObject({
      status: 401,
      headers: { "www-authenticate": "Bearer" },
    });
    expect((await send(url, "GET", "/", bearer("nonsense"))).status).toBe(401);
    expect((await send(url, "GET", "/", bearer(narrow.access_token))).status).toBe(403);
    const post = { ...bearer(good.access_token), body: "x=1" };
    expect((await send(url, "POST", "/reports?page=2", post)).body).toEqual({
      method: "POST",
      url: "/reports?page=2",
    });
    await call(host, "POST", "/v1/auth/logout", { bearer: good.access_token });
    expect((await send(url, "GET", "/", bearer(good.access_token))).status).toBe(401);
  });

  it("login-server.conf changes no path and adds no redirect", async () => {
    const { url } = await startExampleOf("login-server.conf", { "127.0.0.1:3000": hostPort() });
    for (const path of ["/v1/auth/device", "/v1/auth/device/", "//v1/auth/device"]) {
      expect((await send(url, "POST", path)).status).toBe((await send(host.url, "POST", path)).status);
    }
    const { device_code } = await startLogin(host);
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ device_code });
    const pending = await send(url, "POST", "/v1/auth/device/token", { headers, body });
    expect(pending).toMatchObject({ status: 400, body: { error: "authorization_pending" } });
  });

  it("change-over.conf gives the login to the new service, and all else to the old one", async () => {
    const old = await otherService();
    const { url } = await startExampleOf("change-over.conf", {
      "127.0.0.1:3000": hostPort(),
      "127.0.0.1:8000": `127.0.0.1:${old}`,
      // What API_KEY_PREFIX of this server is.
      alprina_sk_v2_: "alprina_sk_live_",
    });
    const isOld = async (method: string, path: string, message = {}) => {
      const reply = await send(url, method, path, message);
      return (reply.body as { url?: string } | undefined)?.url === path;
    };
    for (const path of ["/", "/v1/scans", "/v1/authors", "/settingsx", "/.well-known/acme-challenge/x"]) {
      expect([path, await isOld("GET", path)]).toEqual([path, true]);
    }
    for (const path of ["/oauth/jwks", "/.well-known/openid-configuration", "/sign-in", "/brand/icon.svg"]) {
      expect((await send(url, "GET", path)).status).toBe(200);
      expect([path, await isOld("GET", path)]).toEqual([path, false]);
    }
    const { body } = await send(url, "POST", "/v1/auth/device");
    expect(body).toMatchObject({ verification_uri: `${host.url}/authorize` });

    const { access_token } = await logIn(host, ada, "email");
    expect((await send(url, "GET", "/v1/auth/me", bearer(access_token))).body).toMatchObject({
      user: { id: ada.id },
    });
    expect(await isOld("GET", "/v1/auth/me", bearer("a key of before"))).toBe(true);
    expect(await isOld("POST", "/v1/auth/logout", bearer("a key of before"))).toBe(true);
  });
});
