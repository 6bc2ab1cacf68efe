import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { deletePerson, expireKey } from "../support/database";
import { logIn } from "../support/flows";
import { hosts } from "../support/hosts";
import type { Reply } from "../support/http";
import { checksum, lookAlike } from "../support/look-alike";
import { signUp, type Person } from "../support/people";
import { meReply, read } from "../support/wire";
import { anyText, textLike } from "../support/matchers";

function expectRefusedKey(reply: Reply, error: string, message: RegExp): void {
  expect(reply.headers["www-authenticate"]).toMatch(/^Bearer/);
  expect({ status: reply.status, body: reply.body }).toEqual({
    status: 401,
    body: {
      error: anyText,
      error_description: anyText,
      detail: {
        error,
        message: textLike(message),
        hint: textLike(/alprina login/),
      },
    },
  });
}

/** API keys, contract §2, and `/v1/auth/me` and `/v1/auth/logout`, §1. */
describe.each(hosts)("$kind: API keys", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });
  const me = (authorization?: string) =>
    call(
      host,
      "GET",
      "/v1/auth/me",
      authorization === undefined ? {} : { headers: { Authorization: authorization } },
    );

  it("have 43 base62 characters behind the prefix, the last six a CRC-32 of the rest", async () => {
    const keys = await Promise.all([1, 2, 3, 4, 5].map(async () => (await logIn(host, ada)).api_key));
    for (const key of keys) {
      expect(key).toMatch(/^alprina_sk_live_[0-9A-Za-z]{43}$/);
      expect(key.slice(-6)).toBe(checksum(key.slice(0, -6)));
    }
    expect(new Set(keys).size).toBe(5);
  });

  it("say whose they are", async () => {
    const { api_key, device, expires_at } = await logIn(host, ada, { device_name: "laptop" });
    for (const scheme of ["Bearer", "bearer", "BEARER"]) {
      const { user, device: known } = read(await me(`${scheme} ${api_key}`), meReply);
      expect(user).toMatchObject({ id: ada.id, email: ada.email, full_name: "Ada Lovelace", tier: "none" });
      expect(known).toEqual({ ...device, expires_at, created_at: anyText });
      expect(Math.abs(Date.now() - Date.parse(known.created_at))).toBeLessThan(60_000);
    }
  });

  it.each(["/v1/auth/me", "/v1/auth/logout"])(
    "%s has a word for each thing that can be wrong",
    async (path) => {
      const method = path.endsWith("me") ? "GET" : "POST";
      const send = (authorization?: string) =>
        call(host, method, path, {
          headers: authorization === undefined ? {} : { Authorization: authorization },
        });
      expectRefusedKey(await send(), "missing_authorization", /./);
      expectRefusedKey(await send(""), "missing_authorization", /./);
      for (const header of ["Bearer", "Token abc", "Basic YTpi", lookAlike(), "Bearer a b"]) {
        expectRefusedKey(await send(header), "invalid_authorization_format", /Bearer/);
      }
      for (const key of [lookAlike(), "nonsense", "alprina_sk_live_", ada.token, ada.id]) {
        expectRefusedKey(await send(`Bearer ${key}`), "invalid_api_key", /./);
      }
    },
  );

  it("are exact: another case, a character more or less is another key", async () => {
    const { api_key } = await logIn(host, ada);
    for (const key of [
      api_key.toUpperCase(),
      `${api_key}0`,
      api_key.slice(0, -1),
      api_key.replace("live", "test"),
    ]) {
      expectRefusedKey(await me(`Bearer ${key}`), "invalid_api_key", /./);
    }
    expect((await me(`Bearer ${api_key}`)).status).toBe(200);
  });

  it("end with logout, this one alone, and the refusal says why", async () => {
    const [leaving, staying] = [await logIn(host, ada), await logIn(host, ada)];
    const reply = await call(host, "POST", "/v1/auth/logout", { bearer: leaving.api_key });
    expect({ status: reply.status, text: reply.text }).toEqual({ status: 204, text: "" });
    expectRefusedKey(await me(`Bearer ${leaving.api_key}`), "invalid_api_key", /revoked/);
    const again = await call(host, "POST", "/v1/auth/logout", { bearer: leaving.api_key });
    expectRefusedKey(again, "invalid_api_key", /revoked/);
    expect((await me(`Bearer ${staying.api_key}`)).status).toBe(200);
  });

  it("run out, and the refusal says so", async () => {
    const { api_key } = await logIn(host, ada);
    await expireKey(host, api_key);
    expectRefusedKey(await me(`Bearer ${api_key}`), "invalid_api_key", /expired/);
    expectRefusedKey(
      await call(host, "POST", "/v1/auth/logout", { bearer: api_key }),
      "invalid_api_key",
      /expired/,
    );
  });

  it("end with the account", async () => {
    const grace = await signUp(host, "Grace Hopper");
    const { api_key } = await logIn(host, grace);
    await deletePerson(host, grace.id);
    expectRefusedKey(await me(`Bearer ${api_key}`), "invalid_api_key", /./);
  });
});
