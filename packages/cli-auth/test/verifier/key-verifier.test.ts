import { describe, expect, test, vi } from "vitest";

import { BadResponseError, createKeyVerifier, MisuseError, RefusedError } from "../../src/verifier";
import { active, aKey, away, inactive, NOW_SECONDS, verifierOf } from "./introspections";

const invalid = { kind: "invalid" };
const valid = { kind: "valid" };

describe("a key", () => {
  test("is asked for as RFC 7662 says, and answered with whose it is", async () => {
    const { verifyKey, questions } = await verifierOf([active({ username: "ada@example.com" })]);
    const key = aKey();
    expect(await verifyKey(key)).toEqual({
      kind: "valid",
      key: {
        personId: "u1",
        email: "ada@example.com",
        scopes: ["openid", "profile"],
        deviceId: "d1",
        clientId: "alprina-cli",
        issuedAt: "2027-01-15T07:59:00.000Z",
        expiresAt: "2027-01-15T09:00:00.000Z",
      },
    });
    // RFC 6749 §2.3.1: id and secret are form-encoded, so that a colon in one is none between them.
    const authorization = `Basic ${btoa("acme-api:s3cr%3At%2B%25")}`;
    expect(questions).toEqual([
      { method: "POST", path: "/oauth/introspect", authorization, body: { token: key } },
    ]);
  });

  test("without the scope email comes without an address, and nobody can change what others are told", async () => {
    const { verifyKey } = await verifierOf([active()]);
    const answer = await verifyKey(aKey());
    if (answer.kind !== "valid") throw new Error(answer.kind);
    expect(answer.key.email).toBeNull();
    expect(() => (answer.key.scopes as string[]).push("devices:write")).toThrow(TypeError);
    expect(() => Object.assign(answer.key, { personId: "u2" })).toThrow(TypeError);
  });

  test("that has not all scopes is told which are missing", async () => {
    const { verifyKey, questions } = await verifierOf([active()]);
    const key = aKey();
    expect(await verifyKey(key, { scopes: ["profile"] })).toMatchObject(valid);
    expect(await verifyKey(key, { scopes: ["profile", "devices:read", "email"] })).toMatchObject({
      kind: "insufficient-scope",
      key: { personId: "u1" },
      missingScopes: ["devices:read", "email"],
    });
    expect(questions).toHaveLength(1);
  });

  test("that cannot be one is refused without a call", async () => {
    const { verifyKey, questions } = await verifierOf([active()]);
    const key = aKey();
    const typo = key.slice(0, -1) + (key.endsWith("a") ? "b" : "a");
    const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJl";
    for (const text of ["", "nonsense", typo, key.slice(1), `${key}0`, jwt, "x".repeat(100_000)]) {
      expect(await verifyKey(text)).toEqual(invalid);
    }
    expect(questions).toEqual([]);
  });

  test("of a server with another prefix is one, unless the verifier was told which prefix", async () => {
    const any = await verifierOf([active()]);
    expect(await any.verifyKey(aKey("acme_"))).toMatchObject(valid);
    const one = await verifierOf([active()], { keyPrefix: "acme_" });
    expect(await one.verifyKey(aKey())).toEqual(invalid);
    expect(one.questions).toEqual([]);
    expect(await one.verifyKey(aKey("acme_"))).toMatchObject(valid);
  });
});

describe("an answer", () => {
  test.each([
    ["good", active(), valid],
    ["bad", inactive, invalid],
  ])("that is %s is kept for four seconds, and not longer", async (_what, said, kind) => {
    const { verifyKey, questions, pass } = await verifierOf([said]);
    const key = aKey();
    for (const seconds of [0, 1, 2.999]) {
      pass(seconds);
      expect(await verifyKey(key)).toMatchObject(kind);
    }
    expect(questions).toHaveLength(1);
    pass(0.001);
    expect(await verifyKey(key)).toMatchObject(kind);
    expect(questions).toHaveLength(2);
  });

  test("is as old as its question, however long it took", async () => {
    const { verifyKey, questions, pass } = await verifierOf([active()], {
      fetch: async (...sent) => {
        const reply = await fetch(...sent);
        pass(3);
        return reply;
      },
    });
    const key = aKey();
    await verifyKey(key);
    pass(1);
    await verifyKey(key);
    expect(questions).toHaveLength(2);
  });

  test("of a key that was revoked meanwhile ends with the time that it is kept for", async () => {
    const { verifyKey, pass } = await verifierOf([active(), inactive]);
    const key = aKey();
    expect(await verifyKey(key)).toMatchObject(valid);
    pass(4);
    expect(await verifyKey(key)).toEqual(invalid);
  });

  test("is never given past the key's own time, kept or stale or fresh from a server whose clock is slow", async () => {
    const soon = active({ exp: NOW_SECONDS + 2 });
    const { verifyKey, pass } = await verifierOf([soon], { staleWhileRevalidateSeconds: 60 });
    const key = aKey();
    expect(await verifyKey(key)).toMatchObject(valid);
    pass(1.999);
    expect(await verifyKey(key)).toMatchObject(valid);
    for (const seconds of [0.001, 10, 100]) {
      pass(seconds);
      expect(await verifyKey(key)).toEqual(invalid);
    }
  });

  test("ends when the clock is set back", async () => {
    const { verifyKey, questions, pass } = await verifierOf([active(), inactive]);
    const key = aKey();
    await verifyKey(key);
    pass(-1);
    expect(await verifyKey(key)).toEqual(invalid);
    expect(questions).toHaveLength(2);
  });

  test("can be kept for no time at all", async () => {
    const { verifyKey, questions } = await verifierOf([active(), inactive], { cacheSeconds: 0 });
    const key = aKey();
    expect(await verifyKey(key)).toMatchObject(valid);
    expect(await verifyKey(key)).toEqual(invalid);
    expect(questions).toHaveLength(2);
  });

  test("to an earlier question does not undo the answer to a later one", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let calls = 0;
    const { verifyKey, pass } = await verifierOf([active(), inactive], {
      // Here it would be given for a minute.
      staleWhileRevalidateSeconds: 60,
      fetch: async (...sent) => {
        const isFirst = ++calls === 1;
        const reply = await fetch(...sent);
        if (isFirst) await held;
        return reply;
      },
    });
    const key = aKey();
    const early = verifyKey(key);
    await vi.waitUntil(() => calls === 1);
    // By now the first would be too old to be kept: this one asks for itself, and hears of the revocation.
    pass(4);
    expect(await verifyKey(key)).toEqual(invalid);
    release();
    expect(await early).toMatchObject(valid);
    expect(await verifyKey(key)).toEqual(invalid);
  });
});

describe("many at once", () => {
  test.each([4, 0])("who ask for one key are one call, with %d seconds kept", async (cacheSeconds) => {
    const { verifyKey, questions } = await verifierOf([active()], { cacheSeconds });
    const [key, other] = [aKey(), aKey()];
    const asked = [key, other, key, key, other].map((one) => verifyKey(one));
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject(valid);
    expect(questions).toHaveLength(2);
  });

  test("hear of one failure together, and the next one asks again", async () => {
    const { verifyKey, questions } = await verifierOf([away, active()]);
    const key = aKey();
    const outcomes = await Promise.allSettled([verifyKey(key), verifyKey(key)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await verifyKey(key)).toMatchObject(valid);
    expect(questions).toHaveLength(2);
  });

  test("do not wait for the one who gives up", async () => {
    const { verifyKey } = await verifierOf([active()]);
    const key = aKey();
    const abort = new AbortController();
    const reason = new Error("the caller hung up");
    const [gone, here] = [verifyKey(key, { signal: abort.signal }), verifyKey(key)];
    abort.abort(reason);
    await expect(gone).rejects.toBe(reason);
    expect(await here).toMatchObject(valid);
  });

  test("of wrong keys push out no good one", async () => {
    const { verifyKey, questions } = await verifierOf([active(), inactive], { maxKeys: 3 });
    const key = aKey();
    await verifyKey(key);
    for (let i = 0; i < 20; i++) expect(await verifyKey(aKey())).toEqual(invalid);
    const before = questions.length;
    expect(await verifyKey(key)).toMatchObject(valid);
    expect(questions).toHaveLength(before);
  });

  test("of good keys take no more room than they are given", async () => {
    const { verifyKey, questions } = await verifierOf([active()], { maxKeys: 2 });
    const keys = [aKey(), aKey(), aKey()];
    for (const key of keys) await verifyKey(key);
    await verifyKey(keys[2] ?? "");
    expect(questions).toHaveLength(3);
    await verifyKey(keys[0] ?? "");
    expect(questions).toHaveLength(4);
  });
});

describe("stale while revalidating", () => {
  const lenient = { staleWhileRevalidateSeconds: 10 };

  test("gives the answer that it has, and asks for the next", async () => {
    const { verifyKey, questions, pass } = await verifierOf([active(), inactive], lenient);
    const key = aKey();
    await verifyKey(key);
    pass(4);
    expect(await verifyKey(key)).toMatchObject(valid);
    await vi.waitUntil(() => questions.length === 2);
    await vi.waitUntil(async () => (await verifyKey(key)).kind === "invalid");
    expect(questions).toHaveLength(2);
  });

  test("bridges a server that is away, until its seconds are over", async () => {
    const { verifyKey, pass } = await verifierOf([active(), away], lenient);
    const key = aKey();
    await verifyKey(key);
    for (const seconds of [4, 9.999]) {
      pass(seconds);
      expect(await verifyKey(key)).toMatchObject(valid);
    }
    pass(0.001);
    await expect(verifyKey(key)).rejects.toBeInstanceOf(RefusedError);
  });

  test("is for good keys: whoever was refused waits for the answer", async () => {
    const { verifyKey, pass } = await verifierOf([inactive, active()], lenient);
    const key = aKey();
    expect(await verifyKey(key)).toEqual(invalid);
    pass(4);
    expect(await verifyKey(key)).toMatchObject(valid);
  });

  test("is off unless asked for: a server that is away is heard of as soon as nothing fresh is there", async () => {
    const { verifyKey, pass } = await verifierOf([active(), away]);
    const key = aKey();
    await verifyKey(key);
    pass(4);
    await expect(verifyKey(key)).rejects.toBeInstanceOf(RefusedError);
  });
});

describe("a server that cannot be asked", () => {
  const cases = [
    ["gone", "drop", BadResponseError, { reason: "unreachable" }],
    ["silent", "never", BadResponseError, { reason: "timeout" }],
    ["something else", { status: 200, body: "<html>" }, BadResponseError, { reason: "not-json" }],
    ["another API", { status: 200, body: { active: "yes" } }, BadResponseError, { reason: "wrong-shape" }],
    ["away", away, RefusedError, { status: 503, code: "temporarily_unavailable", retryAfterSeconds: 7 }],
    [
      "not content with our secret",
      { status: 401, body: { error: "invalid_client", error_description: "The client secret is wrong." } },
      RefusedError,
      { code: "invalid_client", message: "The client secret is wrong." },
    ],
  ] as const;

  test.each(cases)("because it is %s is an error, and no answer", async (_what, said, kind, facts) => {
    const { verifyKey, questions } = await verifierOf([said], { timeoutMs: 200 });
    const key = aKey();
    for (const nth of [1, 2]) {
      const outcome: unknown = await verifyKey(key).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(kind);
      expect(outcome).toMatchObject(facts);
      expect(JSON.stringify(outcome) + String(outcome)).not.toContain(key);
      // A failure is not kept.
      expect(questions).toHaveLength(nth);
    }
  });
});

test.each([
  { server: "login.example.com" },
  { clientId: "" },
  { clientSecret: "" },
  { cacheSeconds: 6 },
  { cacheSeconds: -1 },
  { cacheSeconds: Number.NaN },
  { staleWhileRevalidateSeconds: 61 },
  { maxKeys: 0 },
  { timeoutMs: 0 },
])("a verifier with %j is refused at once", (wrong) => {
  const right = { server: "https://login.example.com", clientId: "acme-api", clientSecret: "secret" };
  expect(() => createKeyVerifier({ ...right, ...wrong })).toThrow(MisuseError);
});
