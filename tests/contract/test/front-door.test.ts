import { describe, expect, it } from "vitest";
import { hosts } from "../support/hosts";
import { send } from "../support/http";
import { sendBytes } from "../support/tcp";

const host = hosts.find(({ kind }) => kind === "front door");
const url = host?.url ?? "";
const { host: name } = new URL(url);
const JSON_TYPE = { "Content-Type": "application/json" };

/** One of each: a page, a page that is not there, tRPC, better-auth, both dialects of the REST handler. */
const paths = [
  "/sign-in",
  "/nowhere",
  "/api/trpc/me.signOutEverywhere",
  "/api/auth/sign-in/email",
  "/v1/auth/device",
  "/oauth/token",
];

const head = (line: string, more = "") => `${line} HTTP/1.1\r\nHost: ${name}\r\n${more}\r\n`;
const chunk = (length: number) => `${length.toString(16)}\r\n${"y".repeat(length)}\r\n`;

describe.each(paths)("the front door, POST %s", (path) => {
  const post = (more: string) => head(`POST ${path}`, `Content-Type: application/json\r\n${more}`);

  it("refuses a body over 16 KiB that is announced, before a byte of it has come", async () => {
    const heard = await sendBytes(url, post("Content-Length: 16385\r\n"), { until: () => true });
    expect(heard.status).toBe(413);
  });

  it("refuses it in pieces without a length, though the pieces never end, and lets go of the connection", async () => {
    const pieces = Array.from({ length: 40 }, () => chunk(1_000));
    const heard = await sendBytes(url, post("Transfer-Encoding: chunked\r\n"), { then: pieces });
    expect(heard).toMatchObject({ status: 413, isClosed: true });
  });

  it("lets a client that sent all of it read the refusal", async () => {
    const body = Array.from({ length: 64 }, () => Buffer.alloc(16_384, "z"));
    const reply = await send(url, "POST", path, { headers: JSON_TYPE, body });
    expect(reply.status).toBe(413);
  });
});

it("takes a body of exactly 16 KiB on the pages' side too", async () => {
  const body = JSON.stringify({ email: "nobody@example.com", password: "" });
  const padded = `${body.slice(0, -2)}${"p".repeat(16 * 1024 - body.length)}"}`;
  expect(padded).toHaveLength(16 * 1024);
  const headers = { ...JSON_TYPE, Origin: url };
  for (const sent of [padded, [Buffer.from(padded.slice(0, 9_000)), Buffer.from(padded.slice(9_000))]]) {
    const reply = await send(url, "POST", "/api/auth/sign-in/email", { headers, body: sent });
    // It was read: what is refused is the password.
    expect([400, 401]).toContain(reply.status);
  }
});

describe.each(hosts)("$kind: a body over 16 KiB", (one) => {
  it.each(paths.slice(2))("is refused on %s, with and without a length", async (path) => {
    const pieces = Array.from({ length: 3 }, () => Buffer.alloc(8_000, "z"));
    for (const body of [Buffer.concat(pieces), pieces]) {
      expect((await send(one.url, "POST", path, { headers: JSON_TYPE, body })).status).toBe(413);
    }
  });
});

describe("methods that are not known here", () => {
  it.each(["TRACE", "CONNECT", "PROPFIND", "TRACK", "QUERY"])("%s is 405 everywhere", async (method) => {
    for (const path of method === "CONNECT" ? ["elsewhere.example:443"] : paths) {
      const heard = await sendBytes(url, head(`${method} ${path}`, "Connection: close\r\n"));
      expect({ path, status: heard.status, allow: heard.headers["allow"] }).toEqual({
        path,
        status: 405,
        allow: expect.stringContaining("POST") as unknown,
      });
      expect(heard.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    }
  });

  it.each(["PUT", "PATCH", "DELETE"])("%s is 405 on pages and their calls", async (method) => {
    for (const path of paths.slice(0, 4)) expect((await send(url, method, path)).status).toBe(405);
  });
});

describe("requests that are none, or too much", () => {
  it("answers headers over 16 KiB with 431, and noise with 400 or 405, and closes", async () => {
    const large = head("GET /", `X-Large: ${"z".repeat(17_000)}\r\n`);
    expect(await sendBytes(url, large)).toMatchObject({ status: 431, isClosed: true });
    for (const noise of [
      "\x16\x03\x01\x02\r\n\r\n",
      "GET\r\n\r\n",
      `GET / HTTP/9.9\r\nHost: ${name}\r\n\r\n`,
    ]) {
      const heard = await sendBytes(url, noise);
      expect([400, 405]).toContain(heard.status);
      expect(heard.isClosed).toBe(true);
    }
  });

  it("refuses a length beside pieces, and two lengths: proxies read those differently (RFC 9112 §6.3)", async () => {
    for (const both of [
      "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
      "Content-Length: 4\r\nContent-Length: 5\r\n",
    ]) {
      const heard = await sendBytes(url, `${head("POST /v1/auth/device", both)}0\r\n\r\n`);
      expect(heard).toMatchObject({ status: 400, isClosed: true });
    }
  });

  it("lets go of who does not get to the end of their headers or of their body", async () => {
    const [headers, body, ofPage] = await Promise.all([
      sendBytes(url, `GET / HTTP/1.1\r\nHost: ${name}\r\n`),
      sendBytes(url, `${head("POST /v1/auth/device", "Content-Length: 10\r\n")}{`),
      sendBytes(url, `${head("POST /api/auth/sign-out", "Content-Length: 10\r\n")}{`),
    ]);
    for (const heard of [headers, body, ofPage]) expect(heard).toMatchObject({ status: 408, isClosed: true });
  });
});

describe("which host somebody says they mean", () => {
  const targets = [
    "http://elsewhere.example/settings",
    "http://elsewhere.example",
    "HTTP://elsewhere.example:99999/settings",
    "//elsewhere.example/settings",
    "/\\elsewhere.example/",
    "/.//elsewhere.example/",
    "/..//elsewhere.example",
    "/%2e%2e//elsewhere.example/",
    "/%2f/elsewhere.example",
    "/%5celsewhere.example/",
    "/a/..//elsewhere.example//",
    "*",
    "elsewhere.example",
    "/%",
    "/%ff%00",
    "/settings",
    "/authorize",
    "/sign-in?next=//elsewhere.example",
  ];
  const names = ["elsewhere.example", "elsewhere.example:99999", "[::1", "a b", "", "a@elsewhere.example"];

  it.each(targets)("in the request line (%s) leads nowhere else and breaks nothing", async (target) => {
    const heard = await sendBytes(url, head(`GET ${target}`, "Connection: close\r\n"));
    expectNoHarm(heard);
  });

  it.each(names)("in Host (%j) and X-Forwarded-Host leads nowhere else and breaks nothing", async (said) => {
    for (const path of [
      "/settings",
      "/authorize",
      "/v1/auth/me",
      "/oauth/userinfo",
      "/api/auth/get-session",
    ]) {
      const lies = `X-Forwarded-Host: ${said}\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Port: x\r\n`;
      const request = `GET ${path} HTTP/1.1\r\nHost: ${said}\r\n${lies}Connection: close\r\n\r\n`;
      expectNoHarm(await sendBytes(url, request));
    }
    expectNoHarm(await sendBytes(url, "GET /settings HTTP/1.0\r\n\r\n"));
  });

  function expectNoHarm({ status, headers }: { status: number; headers: Record<string, string> }): void {
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
    const { location } = headers;
    if (location !== undefined) expect(new URL(location, "http://ours.example").host).toBe("ours.example");
  }
});
