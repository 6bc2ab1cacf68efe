import { createServer as createHttpServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, onTestFinished, test } from "vitest";

import { proxyFor } from "../../src/client/node";
import { requestDeviceCode } from "../../src/client";
import { started } from "./bodies";
import { fakeServer } from "./fake-server";

/** For as long as the test runs. */
function setEnv(more: Record<string, string>): void {
  const former = { ...process.env };
  Object.assign(process.env, more);
  onTestFinished(() => void (process.env = former));
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A forward proxy. Whatever the host is called, it leads to `port` on this machine. */
async function proxy(port: number, { password }: { password?: string } = {}) {
  const asked: string[] = [];
  const isAllowed = ({ headers }: IncomingMessage) =>
    !password || headers["proxy-authorization"] === `Basic ${Buffer.from(password).toString("base64")}`;
  const server = createHttpServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (!isAllowed(request)) return void response.writeHead(407).end();
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(started.body));
  });
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    if (!isAllowed(request)) return void socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const onward = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  return { url: `http://${password ? `${password}@` : ""}127.0.0.1:${await listen(server)}`, asked };
}

/** An authority of a company's own, and a certificate by it for `login.corp.test` and 127.0.0.1. For 100 years. */
const pki = path.join(import.meta.dirname, "pki");

async function secureServer(): Promise<number> {
  const [key, cert] = ["key.pem", "cert.pem"].map((file) => readFileSync(path.join(pki, file)));
  const server = createHttpsServer({ key, cert }, (request, response) => {
    request.resume();
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(started.body));
  });
  return listen(server);
}

const start = (server: string) => requestDeviceCode({ server, timeoutMs: 5_000 });

describe("through a proxy", () => {
  test("https goes by a tunnel, with the company's authority", async () => {
    const { url, asked } = await proxy(await secureServer(), { password: "ada:s3cret" });
    setEnv({ HTTPS_PROXY: url, SSL_CERT_FILE: path.join(pki, "ca.pem") });
    expect(await start("https://login.corp.test")).toHaveProperty("userCode", "WDJB-MJHT");
    expect(asked).toEqual(["CONNECT login.corp.test:443"]);
  });

  test("http is asked for by its whole address", async () => {
    const { url, asked } = await proxy(0);
    setEnv({ http_proxy: url });
    expect(await start("http://login.corp.test")).toHaveProperty("userCode", "WDJB-MJHT");
    expect(asked).toEqual(["POST http://login.corp.test/v1/auth/device"]);
  });

  test("that wants a password, the sentence says so, without the one that was wrong", async () => {
    const { url } = await proxy(0, { password: "ada:s3cret" });
    setEnv({ HTTPS_PROXY: url.replace("s3cret", "guess3d") });
    const error: unknown = await start("https://login.corp.test").catch((thrown: unknown) => thrown);
    expect(String(error)).toContain("wants a user name and a password");
    expect(String(error)).not.toContain("guess3d");
  });

  test("this machine's own addresses are never sought", async () => {
    const server = await fakeServer({ "POST /v1/auth/device": [started] });
    setEnv({ HTTP_PROXY: "http://127.0.0.1:1", ALL_PROXY: "http://127.0.0.1:1" });
    expect(await start(server.url)).toHaveProperty("userCode", "WDJB-MJHT");
  });
});

describe("which proxy", () => {
  const env = { httpProxy: "http://p:1", httpsProxy: "q:2", noProxy: "" };
  const choose = (url: string, noProxy = "") => proxyFor(new URL(url), { ...env, noProxy })?.host;
  test.each([
    ["https://login.example.com", "", "q:2"],
    ["http://login.example.com", "", "p:1"],
    ["http://localhost:3000", "", undefined],
    ["http://[::1]:3000", "", undefined],
    ["https://login.example.com", "*", undefined],
    ["https://login.example.com", "other.org, .example.com", undefined],
    ["https://example.com", "example.com", undefined],
    ["https://notexample.com", "example.com", "q:2"],
    ["https://login.example.com", "example.com:8443", "q:2"],
    ["https://login.example.com:8443", "example.com:8443", undefined],
  ])("%s with NO_PROXY %o takes %s", (url, noProxy, expected) => {
    expect(choose(url, noProxy)).toBe(expected);
  });

  test("one of a kind that cannot be used is named by its variable", () => {
    const socks = { ...env, httpsProxy: "socks5://p:1" };
    expect(() => proxyFor(new URL("https://example.com"), socks)).toThrow(/HTTPS_PROXY \(or ALL_PROXY\)/);
  });
});

describe("a server with a certificate of an authority that Node does not know", () => {
  test("is trusted when the environment names the authority", async () => {
    const port = await secureServer();
    setEnv({ SSL_CERT_FILE: path.join(pki, "ca.pem") });
    expect(await start(`https://127.0.0.1:${port}`)).toHaveProperty("userCode", "WDJB-MJHT");
  });

  test("is refused otherwise, in words, and not tried again", async () => {
    const port = await secureServer();
    await expect(start(`https://127.0.0.1:${port}`)).rejects.toMatchObject({
      reason: "certificate",
      message: expect.stringContaining("not trusted here") as unknown,
    });
  });
});
