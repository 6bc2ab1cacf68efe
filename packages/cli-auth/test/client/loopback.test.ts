import { createHash } from "node:crypto";

import { describe, expect, test } from "vitest";

import { login, type Progress } from "../../src/client";
import { API_KEY, approved, refusal, started } from "./bodies";
import { type Answer, fakeServer } from "./fake-server";

const me: Answer = {
  status: 200,
  body: {
    user: { id: "u1", email: "ada@example.com", full_name: "Ada Lovelace", tier: "none", created_at: "2026" },
    device: { id: "d1", name: "ada-thinkpad", created_at: "2026", expires_at: "2027-11-23T19:00:00.000Z" },
  },
};
const token = {
  access_token: API_KEY,
  token_type: "Bearer",
  expires_in: 3600,
  scope: "profile email",
};

type Browser = (url: URL, back: (query: Record<string, string>) => Promise<Response>) => Promise<unknown>;

/** A server with discovery, and a browser that does on `/oauth/authorize` as told. */
async function run(browser: Browser | undefined, script: Record<string, Answer[]> = {}, more: object = {}) {
  const discovery: { status: number; body: object } = { status: 200, body: {} };
  const server = await fakeServer({
    "GET /.well-known/openid-configuration": [discovery],
    "POST /oauth/token": [{ status: 200, body: token }],
    "GET /v1/auth/me": [me],
    "POST /v1/auth/logout": [{ status: 204 }],
    "POST /v1/auth/device": [started],
    "POST /v1/auth/device/token": [approved],
    ...script,
  });
  discovery.body = {
    issuer: server.url,
    authorization_endpoint: `${server.url}/oauth/authorize`,
    device_authorization_endpoint: `${server.url}/oauth/device_authorization`,
    token_endpoint: `${server.url}/oauth/token`,
    authorization_response_iss_parameter_supported: true,
    ...("discovery" in more ? (more.discovery as object) : {}),
  };
  const progress: Progress[] = [];
  let page = Promise.resolve<unknown>(undefined);
  const outcome = await login({
    server: server.url,
    deviceName: "ada-thinkpad",
    sleep: () => Promise.resolve(),
    onPrompt: () => undefined,
    onProgress: (event) => progress.push(event),
    browser: (link) => {
      if (!browser) return false;
      const url = new URL(link);
      const redirect = url.searchParams.get("redirect_uri");
      // The page of a code, which a person answers somewhere.
      if (redirect === null) return true;
      page = browser(url, (query) => fetch(`${redirect}?${new URLSearchParams(query).toString()}`));
      return true;
    },
    ...more,
  }).catch((error: unknown) => error);
  return { outcome, progress, server, page: await page };
}

const loopback = { way: "loopback" };

/** Approves, and reads what the terminal then shows in the browser. */
const approveIt =
  (issuer?: string): Browser =>
  async (url, back) =>
    (
      await back({ code: "c0de", state: url.searchParams.get("state") ?? "", iss: issuer ?? url.origin })
    ).text();

describe("a login by the browser of this machine", () => {
  test("asks with PKCE, redeems what comes back and says so in the browser", async () => {
    let asked: URL | undefined;
    const { outcome, page, server } = await run(
      (url, back) => {
        asked = url;
        return approveIt()(url, back);
      },
      {},
      { ...loopback, scope: "profile email" },
    );
    expect(outcome).toEqual({
      apiKey: API_KEY,
      user: { id: "u1", email: "ada@example.com", fullName: "Ada Lovelace", tier: "none" },
      device: { id: "d1", name: "ada-thinkpad" },
      expiresAt: "2027-11-23T19:00:00.000Z",
    });
    expect(page).toContain("You are signed in");
    expect(page).not.toContain("c0de");
    const query = Object.fromEntries(asked?.searchParams ?? []);
    expect(query).toMatchObject({
      response_type: "code",
      client_id: "alprina-cli",
      code_challenge_method: "S256",
      scope: "profile email",
      device_name: "ada-thinkpad",
    });
    expect(query["redirect_uri"]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    const sent = server.received.find(({ path }) => path === "/oauth/token")?.body as Record<string, string>;
    expect(sent).toMatchObject({
      grant_type: "authorization_code",
      code: "c0de",
      redirect_uri: query["redirect_uri"],
    });
    const challenge = createHash("sha256")
      .update(sent["code_verifier"] ?? "")
      .digest("base64url");
    expect(challenge).toBe(query["code_challenge"]);
  });

  test("is not led astray by another page that knows the port", async () => {
    const { outcome, page } = await run(
      async (url, back) => {
        const forged = await back({ code: "theirs", state: "guessed", iss: url.origin });
        const elsewhere = await back({ error: "access_denied" });
        expect([forged.status, elsewhere.status]).toEqual([404, 404]);
        return approveIt()(url, back);
      },
      {},
      loopback,
    );
    expect(outcome).toHaveProperty("apiKey", API_KEY);
    expect(page).toContain("You are signed in");
  });

  test.each([
    [
      "another server's answer",
      approveIt("https://elsewhere.example"),
      { reason: "wrong-issuer" },
      "not signed in",
    ],
    [
      "a denial",
      async (url: URL, back: Parameters<Browser>[1]) =>
        (
          await back({
            error: "access_denied",
            error_description: "The login was denied.",
            state: url.searchParams.get("state") ?? "",
            iss: url.origin,
          })
        ).text(),
      { code: "access_denied", message: "The login was denied." },
      "Denied",
    ],
  ])("ends at %s, and redeems nothing", async (_what, browser, facts, words) => {
    const { outcome, page, server } = await run(browser, {}, loopback);
    expect(outcome).toMatchObject(facts);
    expect(page).toContain(words);
    expect(server.received.map(({ path }) => path)).not.toContain("/oauth/token");
  });

  test("outlives a server that restarts between the click and the key", async () => {
    const { outcome, progress } = await run(
      approveIt(),
      {
        "POST /oauth/token": ["drop", "drop", { status: 200, body: token }],
        "GET /v1/auth/me": ["drop", me],
      },
      loopback,
    );
    expect(outcome).toHaveProperty("apiKey", API_KEY);
    expect(progress.filter(({ kind }) => kind === "retrying")).toHaveLength(3);
  });

  test("leaves no living key behind when nothing more can be learned of it", async () => {
    const dead = refusal(403, "forbidden", "No.");
    const { outcome, server } = await run(approveIt(), { "GET /v1/auth/me": [dead] }, loopback);
    expect(outcome).toMatchObject({ status: 403 });
    expect(server.received.at(-1)).toMatchObject({
      path: "/v1/auth/logout",
      authorization: `Bearer ${API_KEY}`,
    });
  });

  test("keeps what renews the key, when it was asked for", async () => {
    const renewable = { status: 200, body: { ...token, refresh_token: "r1" } };
    const { outcome } = await run(
      approveIt(),
      { "POST /oauth/token": [renewable] },
      { ...loopback, wallClock: () => 0 },
    );
    expect(outcome).toMatchObject({
      renewal: { refreshToken: "r1", clientId: "alprina-cli", keyExpiresAt: "1970-01-01T01:00:00.000Z" },
    });
  });
});

describe("which way a login goes", () => {
  const desktop = async (work: () => Promise<void>, env: Record<string, string | undefined>) => {
    const former = { ...process.env };
    const none = { SSH_CONNECTION: undefined, SSH_TTY: undefined, CI: undefined, container: undefined };
    for (const [name, value] of Object.entries({ ...none, DISPLAY: ":0", ...env })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await work().finally(() => (process.env = former));
  };
  const wayOf = (progress: Progress[]) =>
    progress.flatMap((event) => (event.kind === "way" ? [event.way] : []));

  test("by the browser, where one can be opened", () =>
    desktop(async () => {
      const { progress, outcome } = await run(approveIt());
      expect(wayOf(progress)).toEqual(["loopback"]);
      expect(outcome).toHaveProperty("apiKey", API_KEY);
    }, {}));

  test("by a code, when the browser then does not open", () =>
    desktop(async () => {
      const { progress, outcome } = await run(undefined);
      expect(wayOf(progress)).toEqual(["loopback", "device"]);
      expect(outcome).toHaveProperty("apiKey", API_KEY);
    }, {}));

  test.each([
    ["over ssh", { SSH_CONNECTION: "1" }, {}, "this is an SSH session"],
    [
      "in a container",
      { container: "podman", DISPLAY: undefined, BROWSER: "true" },
      {},
      "this is a container",
    ],
    ["in a CI job", { CI: "true" }, {}, "this is a CI job"],
    ["when no browser is wanted", {}, { browser: false }, "no browser is to be opened here"],
    ["when it is forced", {}, { way: "device" }, "it was asked for"],
    [
      "at a server that goes by another name",
      {},
      { discovery: { issuer: "https://elsewhere.example" } },
      "the server goes by another address",
    ],
  ])("by a code %s", (_where, env, more, because) =>
    desktop(async () => {
      const { progress, outcome } = await run(approveIt(), {}, more);
      expect(progress[0]).toEqual({ kind: "way", way: "device", because });
      expect(outcome).toHaveProperty("apiKey", API_KEY);
    }, env),
  );

  test("by a code at a server without discovery", () =>
    desktop(async () => {
      const none = { status: 404, body: { error: "not_found" } };
      const { progress } = await run(approveIt(), { "GET /.well-known/openid-configuration": [none] });
      expect(wayOf(progress)).toEqual(["device"]);
    }, {}));

  test.each([
    ["two ways at once", { way: "device", code: "K7M2QX" }],
    ["a code that is missing", { way: "dashboard" }],
  ])("refuses %s", async (_what, more) => {
    const { outcome, server } = await run(approveIt(), {}, more);
    expect(outcome).toMatchObject({ kind: "misuse" });
    expect(server.received).toEqual([]);
  });
});
