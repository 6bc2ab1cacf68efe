import { randomBytes } from "node:crypto";
import { createKeyVerifier, type KeyVerifierOptions } from "@alprina/cli-auth/verifier";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call } from "../support/call";
import { expireKey } from "../support/database";
import { hosts, type Host } from "../support/hosts";
import { lookAlike } from "../support/look-alike";
import { addClient, logIn } from "../support/oauth";
import { signUp, type Person } from "../support/people";
import { frameworks, type ProtectedApi } from "../support/protected-apis";
import { countQuestions, type QuestionCounter } from "../support/questions";
import { spawnServer, untilReady } from "../support/server";

const host = hosts.find(({ kind }) => kind === "front door") as Host;
const BOUND_MS = 4_000;

let ada: Person;
let api: { clientId: string; clientSecret: string };
let counter: QuestionCounter;
let nowMs = Date.now();
const pass = (milliseconds: number) => (nowMs += milliseconds);

beforeAll(async () => {
  [ada, api, counter] = [
    await signUp(host, "Ada Lovelace"),
    await addClient(host, "resource_server"),
    await countQuestions(host),
  ];
});
afterAll(() => counter.stop());

/** A verifier whose clock only `pass` moves, so that nothing here has to wait for a cache. */
function verifier(options: Partial<KeyVerifierOptions> = {}) {
  const { clientId, clientSecret } = api;
  return createKeyVerifier({ server: counter.url, clientId, clientSecret, clock: () => nowMs, ...options });
}

const keyWith = async (scope: string) => (await logIn(host, ada, scope)).access_token;
const revoke = (key: string) => call(host, "POST", "/v1/auth/logout", { bearer: key });

/** What an API says, as far as this is about it. */
async function heard(reply: Response) {
  const { status, headers } = reply;
  const body = (await reply.json()) as Record<string, unknown>;
  return { status, challenge: headers.get("www-authenticate"), retryAfter: headers.get("retry-after"), body };
}

describe.each(Object.entries(frameworks))("an API in %s", (_name, start) => {
  let protectedApi: ProtectedApi;
  const get = async (authorization?: string) => heard(await protectedApi.get(authorization));

  beforeAll(async () => {
    protectedApi = await start(verifier(), { scopes: ["profile"] });
  });
  afterAll(() => protectedApi.stop());

  it("lets in a good key with the scope, and refuses the others as RFC 6750 says", async () => {
    const [good, narrow] = [await keyWith("openid profile"), await keyWith("email")];
    expect(await get(`Bearer ${good}`)).toMatchObject({
      status: 200,
      body: { hello: ada.id, thing: "t1" },
    });
    expect(await get(`Bearer ${narrow}`)).toMatchObject({
      status: 403,
      challenge: 'Bearer error="insufficient_scope", scope="profile"',
      body: { error: "insufficient_scope" },
    });
    for (const nothing of [undefined, "Basic YTpi"]) {
      expect(await get(nothing)).toMatchObject({ status: 401, challenge: "Bearer" });
    }
    for (const bad of ["nonsense", `${good}0`, good.slice(0, -1), ada.token, ""]) {
      const reply = {
        status: 401,
        challenge: 'Bearer error="invalid_token"',
        body: { error: "invalid_token" },
      };
      expect(await get(`Bearer ${bad}`)).toMatchObject(reply);
    }
  });

  it("refuses a revoked key once the answer that it keeps is too old", async () => {
    const key = await keyWith("profile");
    expect(await get(`Bearer ${key}`)).toMatchObject({ status: 200 });
    await revoke(key);
    pass(BOUND_MS);
    expect(await get(`Bearer ${key}`)).toMatchObject({ status: 401 });
  });
});

describe("a verifier", () => {
  it("says whose a key is, as the login server knows it", async () => {
    const { verifyKey } = verifier();
    expect(await verifyKey(await keyWith("openid email"))).toEqual({
      kind: "valid",
      key: {
        personId: ada.id,
        email: ada.email,
        scopes: ["openid", "email"],
        deviceId: expect.any(String) as string,
        clientId: "alprina-cli",
        issuedAt: expect.any(String) as string,
        expiresAt: expect.any(String) as string,
      },
    });
  });

  it("asks once, however many bring the same key at the same time", async () => {
    const { verifyKey } = verifier();
    const key = await keyWith("profile");
    const before = counter.questions();
    const answers = await Promise.all(Array.from({ length: 50 }, () => verifyKey(key)));
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(["valid"]));
    expect(counter.questions()).toBe(before + 1);
  });

  it("that asks while a key is being revoked lets it in for no longer than the bound", async () => {
    const { verifyKey } = verifier();
    const key = await keyWith("profile");
    await Promise.all([verifyKey(key), revoke(key), verifyKey(key)]);
    pass(BOUND_MS);
    expect(await verifyKey(key)).toEqual({ kind: "invalid" });
  });

  it("keeps what it knows of good keys through a flood of wrong ones", async () => {
    const { verifyKey } = verifier({ maxKeys: 5 });
    const key = await keyWith("profile");
    await verifyKey(key);
    const flood = Array.from({ length: 40 }, () => verifyKey(lookAlike()));
    expect(new Set((await Promise.all(flood)).map(({ kind }) => kind))).toEqual(new Set(["invalid"]));
    const before = counter.questions();
    expect(await verifyKey(key)).toMatchObject({ kind: "valid" });
    expect(counter.questions()).toBe(before);
  });

  it("does not ask about what no server of ours can have given out", async () => {
    const { verifyKey } = verifier();
    const before = counter.questions();
    for (let i = 0; i < 20; i++) {
      const text = `alprina_sk_live_${randomBytes(33).toString("hex").slice(0, 43)}`;
      expect(await verifyKey(text)).toEqual({ kind: "invalid" });
    }
    expect(counter.questions()).toBe(before);
  });

  it("refuses a key whose time is over, also one that it still keeps the answer for", async () => {
    const { verifyKey } = verifier();
    const [ended, kept] = [await keyWith("profile"), await keyWith("openid offline_access")];
    await expireKey(host, ended);
    expect(await verifyKey(ended)).toEqual({ kind: "invalid" });
    const answer = await verifyKey(kept);
    if (answer.kind !== "valid") throw new Error(answer.kind);
    const before = counter.questions();
    const almost = Date.parse(answer.key.expiresAt) - 1 - nowMs;
    const long = verifier({ clock: () => nowMs + almost });
    expect(await long.verifyKey(kept)).toMatchObject({ kind: "valid" });
    pass(1);
    expect(await long.verifyKey(kept)).toEqual({ kind: "invalid" });
    expect(counter.questions()).toBe(before + 1);
  });

  it("that has the wrong secret lets nobody in, and says what is wrong to its own log alone", async () => {
    const wrong = verifier({ clientSecret: "not the secret" });
    const key = await keyWith("profile");
    for (const start of Object.values(frameworks)) {
      const log: string[] = [];
      const protectedApi = await start(wrong, { onUnavailable: ({ message }) => log.push(message) });
      const reply = await heard(await protectedApi.get(`Bearer ${key}`));
      await protectedApi.stop();
      expect(reply).toMatchObject({
        status: 503,
        challenge: null,
        body: { error: "temporarily_unavailable" },
      });
      expect(JSON.stringify(reply)).not.toMatch(/secret/);
      expect(log).toEqual(["The client secret is wrong."]);
    }
  });
});

/** A login server of its own, because it does not survive this. */
describe("the login server killed", () => {
  it("lets in who was let in for as long as an answer is kept, and then nobody", async () => {
    const { kind, databaseUrl } = host;
    const env = { DATABASE_URL: databaseUrl, LIMIT_FACTOR: "1000" };
    const server = await spawnServer(kind, { runDir: inject("runDir"), name: "to be killed", env });
    const log: string[] = [];
    const options = { scopes: ["profile"], onUnavailable: ({ message }: Error) => log.push(message) };
    try {
      await untilReady(server);
      const strict = verifier({ server: server.url });
      const lenient = verifier({ server: server.url, staleWhileRevalidateSeconds: 10 });
      const key = await keyWith("profile");
      const stranger = await keyWith("profile");
      const apis = await Promise.all(Object.values(frameworks).map((start) => start(strict, options)));
      const ask = (brought: string) =>
        Promise.all(apis.map(async (one) => heard(await one.get(`Bearer ${brought}`))));
      const statuses = async (brought: string) => (await ask(brought)).map(({ status }) => status);

      expect(await statuses(key)).toEqual([200, 200, 200, 200]);
      expect(await lenient.verifyKey(key)).toMatchObject({ kind: "valid" });
      server.process.kill("SIGKILL");
      await server.stop();

      expect(await statuses(key)).toEqual([200, 200, 200, 200]);
      expect(await statuses(stranger)).toEqual([503, 503, 503, 503]);
      pass(BOUND_MS);
      for (const reply of await ask(key)) {
        expect(reply).toMatchObject({ status: 503, challenge: null, retryAfter: "2" });
        expect(JSON.stringify(reply.body)).not.toMatch(/127\.0\.0\.1|ECONN|listening/);
      }
      expect(log).toHaveLength(8);
      for (const line of log) expect(line).toMatch(/^Could not reach http:\/\/127/);
      expect(log.join()).not.toContain(key);

      // The trade that staleWhileRevalidateSeconds is, for those who make it.
      expect(await lenient.verifyKey(key)).toMatchObject({ kind: "valid" });
      pass(10_000);
      await expect(lenient.verifyKey(key)).rejects.toMatchObject({ kind: "bad-response" });
      await Promise.all(apis.map((one) => one.stop()));
    } finally {
      server.process.kill("SIGKILL");
    }
  });
});
