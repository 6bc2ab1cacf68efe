import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call } from "../support/call";
import { startLogin } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { send, type Reply } from "../support/http";
import { observatory } from "../support/observatory";
import { hostKinds, spawnServer, untilReady, type RunningServer } from "../support/server";

const PUBLIC_URL = "https://login.example.com";
const pages = [
  "/",
  "/sign-in",
  "/sign-up",
  "/docs/api",
  "/authorize?user_code=BCDF-GHJK",
  "/nowhere",
  "/api/nowhere",
];
const others = [
  "/v1/auth/me",
  "/v1/nowhere",
  "/oauth/userinfo",
  "/oauth/jwks",
  "/.well-known/openid-configuration",
  "/.well-known/nowhere",
  "/healthz",
  "/readyz",
  "/openapi.json",
  "/api/auth/get-session",
  "/api/auth/nowhere",
  "/api/trpc/nowhere",
];

const policyOf = (reply: Reply) => String(reply.headers["content-security-policy"]);

describe.each(hosts)("$kind: what replies tell browsers", (host) => {
  it.each([...pages, ...others])("%s", async (path) => {
    expect(pick(await send(host.url, "GET", path))).toEqual({
      referrer: "no-referrer",
      sniff: "nosniff",
      frames: "DENY",
      opener: "same-origin",
      resource: "same-origin",
      // On plain http it would be ignored at best (RFC 6797 §7.2).
      transport: undefined,
      permissions: expect.stringContaining("camera=()") as unknown,
      poweredBy: undefined,
    });
  });

  it("lets what is no page load nothing", async () => {
    for (const path of others) {
      const reply = await send(host.url, "GET", path);
      expect({ path, policy: policyOf(reply) }).toEqual({
        path,
        policy: "default-src 'none'; frame-ancestors 'none'",
      });
    }
  });

  it("gives each page a nonce of its own, and every script in it that nonce", async () => {
    const seen = new Set<string>();
    for (const path of [...pages, ...pages]) {
      const reply = await send(host.url, "GET", path);
      const policy = policyOf(reply);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[\w+/]{22}=='; style-src /);
      expect(policy).not.toContain("unsafe");
      expect(policy).toContain("frame-ancestors 'none'");
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      seen.add(nonce);
      for (const [tag] of reply.text.matchAll(/<(?:script|style)\b[^>]*>/g)) {
        expect(tag, path).toContain(`nonce="${nonce}"`);
      }
      // Neither is there anything that the policy would stop.
      expect(reply.text.replace(/<script[\s\S]*?<\/script>/g, "")).not.toMatch(/<[^>]+\s(?:style|on\w+)="/);
    }
    expect(seen.size).toBe(pages.length * 2);
  });

  it("takes no nonce from the request", async () => {
    const headers = { "Content-Security-Policy": "script-src 'nonce-AAAA'", "X-Nonce": "AAAA" };
    for (const path of ["/sign-in", "/nowhere", "/api/nowhere"]) {
      expect((await send(host.url, "GET", path, { headers })).text).not.toContain("AAAA");
    }
  });

  it("serves scripts and styles as what they are, and no other kind of file", async () => {
    const { text } = await send(host.url, "GET", "/sign-in");
    const files = [...text.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.(?:js|css))"/g)].map(
      ([, file]) => file,
    );
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const { headers } = await send(host.url, "GET", file ?? "");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-type"]).toMatch(/^(application\/javascript|text\/css)/);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
    }
  });
});

/** Behind a proxy that speaks TLS, which is all of https that a server sees. */
describe.each(hostKinds.map((kind, index) => ({ kind, index })))("$kind: on https", ({ kind, index }) => {
  let server: RunningServer;
  let host: Host;
  const proxied = {
    Host: "login.example.com",
    "X-Forwarded-For": "203.0.113.7",
    "X-Forwarded-Proto": "https",
  };
  beforeAll(async () => {
    const databaseUrl = inject("spareDatabases")[9 + index] ?? "";
    const env = { PUBLIC_URL, DATABASE_URL: databaseUrl, TRUSTED_PROXIES: "127.0.0.1", LIMIT_FACTOR: "1000" };
    server = await spawnServer(kind, { runDir: inject("runDir"), name: `${kind} https`, env });
    await untilReady(server);
    host = { kind, url: server.url, databaseUrl };
  });
  afterAll(() => server.stop());

  const signUp = (more: object = {}) =>
    call(host, "POST", "/api/auth/sign-up/email", {
      headers: { ...proxied, Origin: PUBLIC_URL },
      json: { name: "Ada", email: `ada.${Math.random()}@example.com`, password: "correct horse 1", ...more },
    });

  it.each([...pages, "/v1/auth/me", "/healthz", "/api/auth/get-session"])(
    "%s scores A+ (100 or more)",
    async (path) => {
      const { headers, text } = await send(host.url, "GET", path, { headers: proxied });
      expect(headers["strict-transport-security"]).toBe("max-age=63072000");
      const { score, because } = observatory({ headers, html: text });
      expect(score, JSON.stringify(because)).toBeGreaterThanOrEqual(100);
      expect(Object.values(because).filter((points) => points < 0)).toEqual([]);
    },
  );

  it("and the reply with the session's cookie", async () => {
    const { headers } = await signUp();
    const { score, because } = observatory({ headers });
    expect(because["cookies"]).toBe(5);
    expect(score).toBeGreaterThanOrEqual(100);
  });

  it("sets no cookie but with __Host-, for this host alone, out of reach of scripts and other sites", async () => {
    const replies = [await signUp(), await signUp({ rememberMe: false })];
    const cookie = (replies[0]?.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");
    const headers = { ...proxied, Origin: PUBLIC_URL, Cookie: cookie };
    expect(cookie).toMatch(/^__Host-alprina\.session=/);
    const session = await call(host, "GET", "/api/auth/get-session", { headers });
    expect(session.body).toMatchObject({ user: { name: "Ada" } });
    replies.push(await call(host, "POST", "/api/auth/sign-out", { headers, json: {} }));
    const lines = replies.flatMap((reply) => reply.headers["set-cookie"] ?? []);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-/);
      const flags = line
        .split(";")
        .slice(1)
        .map((flag) => flag.trim().toLowerCase());
      expect(flags).toEqual(expect.arrayContaining(["path=/", "httponly", "secure", "samesite=lax"]));
      expect(flags.filter((flag) => flag.startsWith("domain"))).toEqual([]);
    }
  });

  it("names its public address in what it hands out, whatever Host says", async () => {
    const { verification_uri } = await startLogin(host);
    expect(verification_uri).toBe(`${PUBLIC_URL}/authorize`);
    const { headers } = await send(host.url, "GET", "/authorize", { headers: { Host: "elsewhere.example" } });
    expect(new URL(headers.location ?? "", PUBLIC_URL).origin).toBe(PUBLIC_URL);
  });
});

describe("the Observatory's rules as we keep them", () => {
  it("see what is missing, and what is weak", () => {
    const none = observatory({ headers: {} });
    expect(none.score).toBeLessThanOrEqual(30);
    const weak = observatory({
      headers: {
        "content-security-policy":
          "default-src 'none'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
        "strict-transport-security": "max-age=60",
        "x-content-type-options": "nosniff",
        "set-cookie": ["session=1; HttpOnly"],
      },
    });
    expect(weak.because).toMatchObject({
      "content-security-policy": -20,
      "strict-transport-security": -20,
      cookies: -40,
    });
  });
});

function pick({ headers }: Reply) {
  return {
    referrer: headers["referrer-policy"],
    sniff: headers["x-content-type-options"],
    frames: headers["x-frame-options"],
    opener: headers["cross-origin-opener-policy"],
    resource: headers["cross-origin-resource-policy"],
    transport: headers["strict-transport-security"],
    permissions: headers["permissions-policy"],
    poweredBy: headers["x-powered-by"],
  };
}
