import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { checkout, runs } from "../support/example-program";
import { startExample, type ExampleServer } from "../support/example-server";
import { startLogin } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { send } from "../support/http";
import { logIn } from "../support/oauth";
import { signUp, type Person } from "../support/people";
import { freePort } from "../support/server";

const host = hosts.find(({ kind }) => kind === "front door") as Host;
const nginx = ["nginx", "/usr/sbin/nginx"].find((one) => runs(one, "-v"));
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

/** The file as it stands in the guide, with this machine's ports for the names in it and without its TLS. */
async function startNginx(file: string, ports: Record<string, string>): Promise<ExampleServer> {
  const folder = mkdtempSync(join(tmpdir(), "alprina-nginx-"));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  let text = readFileSync(join(checkout, "examples/nginx", file), "utf8")
    .replace(/listen [^;]+;/, `listen 127.0.0.1:${port};`)
    .replace(/^ *ssl_.*\n/gm, "");
  for (const [name, value] of Object.entries(ports)) {
    expect(text).toContain(name);
    text = text.replaceAll(name, value);
  }
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join("\n");
  mkdirSync(join(folder, "logs"));
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr warn; events {}
     http { access_log off; ${temporary}\n${text} }`,
  );
  const command = [nginx ?? "", "-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")];
  const started = await startExample(command, { folder: ".", port });
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
    const { url } = await startNginx("protect.conf", {
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
    const { url } = await startNginx("login-server.conf", { "127.0.0.1:3000": hostPort() });
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
    const { url } = await startNginx("change-over.conf", {
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
    for (const path of ["/oauth/jwks", "/.well-known/openid-configuration", "/sign-in", "/icon.svg"]) {
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
