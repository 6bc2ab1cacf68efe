import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { expireKey, expireLogin } from "../support/database";
import { approve, deny, logIn, startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { send, type Message, type Reply } from "../support/http";
import { addClient, OWN, pollForm } from "../support/oauth";
import { signUp, type Person } from "../support/people";

/*
 * Our own server answers its most frequent calls in front of the REST handler. A coded body goes to the handler, and
 * `identity` is the coding that changes nothing: the same call, both ways.
 */
const host = hosts.find(({ kind }) => kind === "front door")!;
const LONG_WAY = { "Content-Encoding": "identity" };

const json = (value: unknown): Message => ({
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(value),
});
const form = (fields: Record<string, string>, headers: Message["headers"] = {}): Message => ({
  headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
  body: new URLSearchParams(fields).toString(),
});
const held = (message: Message): Message => ({
  ...message,
  headers: { ...message.headers, Prefer: "wait=1" },
});
const bearer = (key: string): Message => ({ headers: { Authorization: `Bearer ${key}` } });

/** All that a client sees, but for what is new with every reply: its id, its date, and a key that it hands out. */
function seen({ status, rawHeaders, text }: Reply): unknown {
  const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1]}`] : []));
  return {
    status,
    lines: lines.map((line) => line.replace(/^(x-request-id|date): .+/i, "$1")),
    text: text
      .replace(/"(api_key|access_token|id|jti)":"[^"]{20,}"/g, '"$1":"new"')
      .replace(/"(expires_at|created_at)":"[^"]+"/g, '"$1":"a time"'),
  };
}

/** `one` gives the same call anew each time, where a call changes something. */
async function expectAlike(path: string, one: () => Message | Promise<Message>): Promise<Reply> {
  const method = path === "/v1/auth/me" ? "GET" : "POST";
  const fast = await send(host.url, method, path, await one());
  const message = await one();
  const long = await send(host.url, method, path, {
    ...message,
    headers: { ...message.headers, ...LONG_WAY },
  });
  expect(seen(fast), path).toEqual(seen(long));
  return fast;
}

const V1 = "/v1/auth/device/token";
const TOKEN = "/oauth/token";
const ME = "/v1/auth/me";
const INTROSPECT = "/oauth/introspect";

describe("the fast lane answers as the REST handler does, to the letter", () => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  const codeThat = {
    "is pending": async () => (await startLogin(host)).device_code,
    "was denied": async () => {
      const login = await startLogin(host);
      await deny(host, ada, login.user_code);
      return login.device_code;
    },
    "was approved": async () => {
      const login = await startLogin(host);
      await approve(host, ada, login.user_code);
      return login.device_code;
    },
    "has expired": async () => {
      const login = await startLogin(host);
      await expireLogin(host, login.device_code);
      return login.device_code;
    },
    "was never issued": () => randomBytes(32).toString("base64url"),
    "is too long": () => "x".repeat(600),
    "is empty": () => "",
  };

  it.each(Object.entries(codeThat))("to polls with a code that %s", async (_, code) => {
    const asJson = await expectAlike(V1, async () => json({ device_code: await code() }));
    await expectAlike(V1, async () => form({ device_code: await code() }));
    const oauth = await expectAlike(TOKEN, async () => form(pollForm(await code())));
    expect([asJson.status, oauth.status]).not.toContain(500);
  });

  it.each(Object.entries(codeThat))("to polls that ask to be held, with a code that %s", async (_, code) => {
    await expectAlike(V1, async () => held(json({ device_code: await code() })));
    await expectAlike(TOKEN, async () => held(form(pollForm(await code()))));
  });

  it("to a poll that asks to be held twice, or for no time", async () => {
    for (const Prefer of ["wait=0", "wait=x", "respond-async", ["wait=1", "wait=20"]]) {
      await expectAlike(TOKEN, async () => form(pollForm((await startLogin(host)).device_code), { Prefer }));
    }
  });

  it("to a poll that comes too soon", async () => {
    const tooSoon = async () => {
      const { device_code } = await startLogin(host);
      for (let poll = 0; poll < 3; poll++) await send(host.url, "POST", V1, json({ device_code }));
      return json({ device_code });
    };
    expect((await expectAlike(V1, tooSoon)).body).toMatchObject({ error: "slow_down", interval: 15 });
  });

  it("to a poll of a client that has a secret, is unknown, or says who it is twice", async () => {
    const { clientId, basic } = await addClient(host, "confidential");
    const { device_code } = await startLogin(host);
    for (const headers of [{}, { Authorization: basic }, { Authorization: "Basic x" }]) {
      for (const client_id of [OWN, clientId, "nobody", ""]) {
        await expectAlike(TOKEN, () => form({ ...pollForm(device_code), client_id }, headers));
      }
    }
  });

  it("to other grants, which it leaves alone", async () => {
    for (const grant_type of ["refresh_token", "authorization_code", "password", ""]) {
      await expectAlike(TOKEN, () => form({ grant_type, client_id: OWN, refresh_token: "x", code: "x" }));
    }
  });

  it("to whoever shows a key, good or not", async () => {
    const { api_key } = await logIn(host, ada);
    for (let time = 0; time < 3; time++) {
      expect((await expectAlike(ME, () => bearer(api_key))).status).toBe(200);
    }
    const other = await logIn(host, ada);
    await send(host.url, "POST", "/v1/auth/logout", bearer(other.api_key));
    expect((await expectAlike(ME, () => bearer(other.api_key))).status).toBe(401);
    const over = await logIn(host, ada);
    await expireKey(host, over.api_key);
    expect((await expectAlike(ME, () => bearer(over.api_key))).status).toBe(401);
    for (const value of [
      "",
      "Bearer",
      "Bearer a b",
      `Bearer ${"x".repeat(600)}`,
      "Basic Og==",
      `bearer  ${api_key} `,
    ]) {
      await expectAlike(ME, () => ({ headers: { Authorization: value } }));
    }
    await expectAlike(ME, () => ({}));
  });

  it("to an API that asks about a key", async () => {
    const { api_key } = await logIn(host, ada);
    const api = await addClient(host, "resource_server");
    const { clientId: client_id, clientSecret: client_secret } = api;
    const token = api_key;
    for (let time = 0; time < 3; time++) {
      const reply = await expectAlike(INTROSPECT, () => form({ token }, { Authorization: api.basic }));
      expect(reply.body).toMatchObject({ active: true });
      await expectAlike(INTROSPECT, () => form({ token, client_id, client_secret }));
    }
    const odd: Record<string, string>[] = [
      { token: "x" },
      { token: "x".repeat(600) },
      { token: "" },
      { token, client_id },
    ];
    for (const fields of odd) {
      await expectAlike(INTROSPECT, () => form(fields, { Authorization: api.basic }));
    }
    for (const client_secret of ["wrong", ""]) {
      await expectAlike(INTROSPECT, () => form({ token, client_id, client_secret }));
    }
    await expectAlike(INTROSPECT, () => form({ token, client_id: OWN }));
  });

  it("to anything at all", async () => {
    const { device_code } = await startLogin(host);
    await expireLogin(host, device_code);
    const word = fc.oneof(
      fc.constantFrom(device_code, OWN, pollForm("").grant_type, "", "\u0000", "é", "x".repeat(600)),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    const name = fc.constantFrom(
      "device_code",
      "grant_type",
      "client_id",
      "client_secret",
      "token",
      "__proto__",
    );
    const fields = fc.dictionary(name, word, { maxKeys: 5 });
    const encoded = (sent: Record<string, string>) =>
      Object.entries(sent)
        .map(([key, text]) => `${key}=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ""))}`)
        .join("&");
    const body = fc.oneof(
      fields.map((sent) => JSON.stringify(sent)),
      fields.map(encoded),
      fc.tuple(fields, fields).map(([a, b]) => `${encoded(a)}&${encoded(b)}`),
      fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom("[]", "null", "{", "\ufeff{}", " {} ", "a=%ff"),
    );
    const headers = fc.record(
      {
        "Content-Type": fc.constantFrom(
          ...["application/json", "application/x-www-form-urlencoded", "application/json; charset=utf-16"],
          ...["text/plain", "multipart/form-data; boundary=x", "APPLICATION/JSON", " ", "x"],
        ),
        Authorization: fc.constantFrom(
          "Basic Og==",
          "Bearer x",
          `Basic ${Buffer.from(`${OWN}:`).toString("base64")}`,
        ),
        Expect: fc.constant("100-continue"),
        Prefer: fc.constantFrom("wait=0", "respond-async"),
        Host: fc.constantFrom("localhost", "a b", "example.com:99999999"),
      },
      { requiredKeys: [] },
    );
    const call = fc.record({ path: fc.constantFrom(V1, TOKEN, INTROSPECT, ME), body, headers });
    await fc.assert(
      fc.asyncProperty(call, async ({ path, body, headers }) => {
        await expectAlike(path, () => ({ headers, body: path === ME ? undefined : body }));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the fast lane", () => {
  it("reads a body that comes in pieces, and leaves one without a length to others", async () => {
    const { device_code } = await startLogin(host);
    const { headers, body } = json({ device_code });
    const whole = await send(host.url, "POST", V1, { headers, body });
    const pieces = Array.from(String(body), (letter) => Buffer.from(letter));
    const inPieces = await send(host.url, "POST", V1, { headers, body: pieces });
    const announced = { ...headers, "Content-Length": String(body?.length) };
    const announcedPieces = await send(host.url, "POST", V1, { headers: announced, body: pieces });
    expect([whole.status, inPieces.status, announcedPieces.status]).toEqual([400, 400, 400]);
    for (const { text } of [whole, inPieces, announcedPieces]) {
      expect(text).toMatch(/^{"error":"(authorization_pending|slow_down)"/);
    }
  });
});
