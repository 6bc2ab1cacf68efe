import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { deletePerson, sql } from "../support/database";
import { approve, logIn, poll, startLogin } from "../support/flows";
import type { Reply } from "../support/http";
import { addressOf, newSubject, startFederation, type Federation } from "../support/identity-provider";
import { anyText, textLike } from "../support/matchers";
import { signUp, type Person } from "../support/people";
import { hostKinds } from "../support/server";
import { dashboardCodeReply, keyReply, read } from "../support/wire";

const REQUIRED = "Authorization header required";
const now = () => Math.floor(Date.now() / 1000);
const base64url = (value: string | Buffer) => Buffer.from(value).toString("base64url");

/** Contract §4: a JWT of the configured identity provider says who somebody is. */
describe.each(hostKinds.map((kind, index) => ({ kind, index })))(
  "$kind: people from an identity provider",
  ({ kind, index }) => {
    let federation: Federation;
    let grace: Person;
    beforeAll(async () => {
      federation = await startFederation(kind, inject("spareDatabases")[6 + index] ?? "");
      grace = await signUp(federation.host, "Grace Hopper");
    });
    afterAll(() => federation.stop());

    /** Every call of §4, as whoever brings this; with the cookie of somebody who is signed in beside it. */
    async function everyCall(bearer: string, cookie?: string): Promise<Reply[]> {
      const { host } = federation;
      const { user_code } = await startLogin(host);
      const headers = cookie ? { Cookie: cookie, Origin: host.url } : {};
      return [
        await call(host, "POST", "/v1/auth/device/authorize", { bearer, headers, json: { user_code } }),
        await call(host, "POST", "/v1/auth/dashboard-code", { bearer, headers }),
        await call(host, "GET", "/v1/auth/devices", { bearer, headers }),
      ];
    }
    /** Whom a login ends with that this bearer approved. */
    async function approvedFor(bearer: string, more: object = {}) {
      const { host } = federation;
      const { device_code, user_code } = await startLogin(host);
      const path = "/v1/auth/device/authorize";
      const reply = await call(host, "POST", path, { bearer, json: { user_code, ...more } });
      expect(reply.status, reply.text).toBe(200);
      return read(await poll(host, device_code), keyReply).user;
    }
    const accounts = (sub: string) =>
      sql<{ user_id: string; provider_id: string; id_token: string | null }>(
        federation.host,
        "SELECT * FROM account WHERE account_id = $1",
        [`${federation.provider.issuer}#${sub}`],
      );

    it("are made when they are first seen, and are the same person from then on", async () => {
      const sub = newSubject();
      const claims = { sub, email: `${sub}@Example.com`, email_verified: true, name: "Ada\u202e  Lovelace" };
      const first = await approvedFor(await federation.token(claims));
      expect(first).toEqual({
        id: anyText,
        email: `${sub}@example.com`,
        full_name: "Ada Lovelace",
        tier: "none",
      });
      // Another key, another address: it is the subject that counts.
      const [, ec] = federation.provider.keys();
      const later = await federation.token({ ...claims, email: "moved@example.com" }, { key: ec });
      expect(await approvedFor(later)).toEqual(first);
      expect(await accounts(sub)).toEqual([
        expect.objectContaining({ user_id: first.id, provider_id: "oidc", id_token: null }),
      ]);
      for (const reply of await everyCall(later)) expect(reply.status).toBe(200);
    });

    it("need no e-mail address, and one counts as verified only when the provider says so", async () => {
      const { host, provider } = federation;
      const verified = async (email_verified: unknown) => {
        const sub = newSubject();
        const claims = { sub, email: `${sub}@example.com`, email_verified };
        const { id } = await approvedFor(await federation.token(claims));
        const [row] = await sql<{ email_verified: boolean }>(host, `SELECT * FROM "user" WHERE id = $1`, [
          id,
        ]);
        return row?.email_verified;
      };
      expect(await verified(true)).toBe(true);
      for (const no of [false, "true", 1, undefined]) expect(await verified(no)).toBe(false);

      for (const email of [undefined, "", "not an address", "someone@no-address.invalid"]) {
        const sub = newSubject();
        const user = await approvedFor(await federation.token({ sub, email }));
        expect(user).toEqual({
          id: anyText,
          email: addressOf(provider.issuer, sub),
          full_name: null,
          tier: "none",
        });
      }
    });

    it("are never found by their e-mail address: one that is taken is refused with what to do", async () => {
      const sub = newSubject();
      const claims = { sub, email: grace.email.toUpperCase(), email_verified: true };
      for (const reply of await everyCall(await federation.token(claims))) {
        expectRefusal(reply, 403, textLike(/another account here has this e-mail address/i));
      }
      expect(await accounts(sub)).toEqual([]);
      // Another provider's person is just as much somebody else.
      const other = newSubject();
      await approvedFor(await federation.token({ sub: other, email: `${other}@example.com` }));
      const reply = await call(federation.host, "GET", "/v1/auth/devices", {
        bearer: await federation.token({ sub, email: `${other}@example.com`, email_verified: true }),
      });
      expect(reply.status).toBe(403);
    });

    it("are one person, however many first sights there are at once", async () => {
      const { host } = federation;
      const sub = newSubject();
      const same = await federation.token({ sub, email: `${sub}@example.com`, email_verified: true });
      const others = await Promise.all(
        Array.from({ length: 10 }, (_, n) => federation.token({ sub, email: `${sub}-${n}@example.com` })),
      );
      const bearers = [...Array.from({ length: 10 }, () => same), ...others];
      const replies = await Promise.all(
        bearers.map((bearer) => call(host, "POST", "/v1/auth/dashboard-code", { bearer })),
      );
      expect(replies.map(({ status }) => status)).toEqual(bearers.map(() => 200));
      expect(await accounts(sub)).toHaveLength(1);
      const people = await sql(host, `SELECT id FROM "user" WHERE email LIKE $1`, [`${sub}%`]);
      expect(people).toHaveLength(1);
    });

    it("may name themselves by their id here and by their subject there, and by nobody else's", async () => {
      const { host } = federation;
      const [one, two] = [newSubject(), newSubject()];
      const bearer = await federation.token({ sub: one });
      const { id } = await approvedFor(bearer, { stack_user_id: one });
      await approvedFor(bearer, { stack_user_id: id });
      await approvedFor(await federation.token({ sub: two }));
      for (const stack_user_id of [two, grace.id, `${federation.provider.issuer}#${one}`]) {
        const { user_code } = await startLogin(host);
        const json = { user_code, stack_user_id };
        expectRefusal(await call(host, "POST", "/v1/auth/device/authorize", { bearer, json }), 403, anyText);
      }
      // A subject is no credential either.
      for (const reply of await everyCall(one)) expectRefusal(reply, 401, REQUIRED);
    });

    it("come with tokens that the provider itself gave out, too", async () => {
      const user = await approvedFor(await federation.provider.issueAccessToken());
      expect(await accounts(federation.provider.clientId)).toMatchObject([{ user_id: user.id }]);
    });

    it("are here again after they were deleted, as somebody new", async () => {
      const bearer = await federation.token({ sub: newSubject() });
      const before = await approvedFor(bearer);
      await deletePerson(federation.host, before.id);
      const after = await approvedFor(bearer);
      expect(after).toEqual({ ...before, id: anyText });
      expect(after.id).not.toBe(before.id);
    });

    type Forge = (claims: { sub: string; email: string }) => Promise<string>;
    const unsigned = (header: object, claims: object) =>
      `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
    const standard = () => ({
      iss: federation.provider.issuer,
      aud: federation.provider.clientId,
      iat: now(),
      exp: now() + 3600,
    });
    const bad: [string, Forge][] = [
      [
        "no signature (alg: none)",
        async (claims) => `${unsigned({ alg: "none", typ: "JWT" }, { ...standard(), ...claims })}.`,
      ],
      [
        "alg: none, and the signature of another token",
        async (claims) => {
          const [, , signature = ""] = (await federation.token(claims)).split(".");
          return `${unsigned({ alg: "none" }, { ...standard(), ...claims })}.${signature}`;
        },
      ],
      ...(["spki pem", "spki der", "jwk"] as const).map((form): [string, Forge] => [
        `an HMAC under the public key (HS256, ${form})`,
        async (claims) => {
          const [{ publicKey, kid, jwk }] = federation.provider.keys() as [never];
          const der = Buffer.from(await crypto.subtle.exportKey("spki", publicKey));
          const pem = `-----BEGIN PUBLIC KEY-----\n${der.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END PUBLIC KEY-----\n`;
          const { kty, n, e } = jwk as Record<string, string>;
          const secret = { "spki pem": pem, "spki der": der, jwk: JSON.stringify({ kty, n, e }) }[form];
          const input = unsigned({ alg: "HS256", typ: "JWT", kid }, { ...standard(), ...claims });
          return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
        },
      ]),
      ["another audience", (claims) => federation.token({ ...claims, aud: "another-client" })],
      ["no audience", (claims) => federation.token({ ...claims, aud: undefined })],
      ["another issuer", (claims) => federation.token({ ...claims, iss: "https://evil.example" })],
      [
        "an issuer that is ours but for a slash",
        (claims) => federation.token({ ...claims, iss: `${federation.provider.issuer}/` }),
      ],
      ["no issuer", (claims) => federation.token({ ...claims, iss: undefined })],
      ["an expiry in the past", (claims) => federation.token({ ...claims, exp: now() - 60 })],
      ["no expiry", (claims) => federation.token({ ...claims, exp: undefined })],
      ["a beginning in the future", (claims) => federation.token({ ...claims, nbf: now() + 600 })],
      ["no subject", (claims) => federation.token({ ...claims, sub: undefined })],
      ["an empty subject", (claims) => federation.token({ ...claims, sub: "" })],
      ["a subject longer than any", (claims) => federation.token({ ...claims, sub: "s".repeat(256) })],
      ["a logout token's type", (claims) => federation.token(claims, { header: { typ: "logout+jwt" } })],
      [
        "a key of the provider's name that is not its own",
        async (claims) => {
          const [key] = federation.provider.keys() as [never];
          const pair = { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, hash: "SHA-256" };
          const forged = await crypto.subtle.generateKey(
            { ...pair, publicExponent: new Uint8Array([1, 0, 1]) },
            true,
            ["sign", "verify"],
          );
          return federation.token(claims, { key: { ...(key as object), ...forged } as never });
        },
      ],
      [
        "a claim that was changed after the signature",
        async (claims) => {
          const [header, , signature] = (await federation.token({ ...claims, sub: newSubject() })).split(".");
          return `${header}.${base64url(JSON.stringify({ ...standard(), ...claims }))}.${signature}`;
        },
      ],
      ["nothing but the form of a JWT", async () => "aaaa.bbbb.cccc"],
    ];
    it.each(bad)("are not believed with %s, whatever cookie is sent beside it", async (_, forge) => {
      const sub = newSubject();
      const bearer = await forge({ sub, email: `${sub}@example.com` });
      for (const cookie of [undefined, grace.cookie]) {
        for (const reply of await everyCall(bearer, cookie)) expectRefusal(reply, 401, REQUIRED);
      }
      expect(await accounts(sub)).toEqual([]);
    });

    it("leave session tokens, cookies and API keys what they were", async () => {
      const { host } = federation;
      for (const reply of await everyCall(grace.token)) expect(reply.status).toBe(200);
      const { api_key } = await logIn(host, grace);
      expect((await call(host, "GET", "/v1/auth/devices", { bearer: api_key })).status).toBe(200);
      expectRefusal(await call(host, "POST", "/v1/auth/dashboard-code", { bearer: api_key }), 401, REQUIRED);
      const headers = { Cookie: grace.cookie, Origin: host.url };
      read(await call(host, "POST", "/v1/auth/dashboard-code", { headers }), dashboardCodeReply);
      const { user_code } = await startLogin(host);
      await approve(host, grace, user_code);
    });

    it("are believed by new keys, and no more by those that the provider withdrew", async () => {
      const { host, provider } = federation;
      const devices = (bearer: string) => call(host, "GET", "/v1/auth/devices", { bearer });
      const sub = newSubject();
      const before = await federation.token({ sub });
      expect((await devices(before)).status).toBe(200);
      await provider.rotateKeys();
      const after = await federation.token({ sub });
      // It looks at most every few seconds whether there are new keys, whoever asks.
      await expect.poll(async () => (await devices(after)).status, { timeout: 30_000 }).toBe(200);
      for (const reply of await everyCall(before, grace.cookie)) expectRefusal(reply, 401, REQUIRED);
    });
  },
);

describe.each(hostKinds.map((kind, index) => ({ kind, index })))(
  "$kind: an identity provider that is away",
  ({ kind, index }) => {
    let federation: Federation;
    beforeAll(async () => {
      federation = await startFederation(kind, inject("spareDatabases")[6 + index] ?? "", {
        PASSWORD_SIGN_IN: "off",
      });
      await federation.provider.goAway();
    });
    afterAll(() => federation.stop());

    it("is a 503 that says so, and holds up nobody else; when it is back, so are its people", async () => {
      const { host, provider } = federation;
      const bearer = await federation.token({ sub: newSubject() });
      const ask = () => call(host, "POST", "/v1/auth/dashboard-code", { bearer });
      const away = await ask();
      expectRefusal(away, 503, textLike(/identity provider cannot be reached/));
      expect(away.headers["retry-after"]).toMatch(/^\d+$/);
      const button = await call(host, "POST", "/api/auth/sign-in/social", { json: { provider: "oidc" } });
      expect(button.status).toBe(503);
      // Neither who has no such token, nor who is no caller at all, waits for it.
      expectRefusal(await call(host, "POST", "/v1/auth/dashboard-code", { bearer: "nobody" }), 401, REQUIRED);
      await startLogin(host);
      await provider.comeBack();
      read(await ask(), dashboardCodeReply);
    });

    it("can be the only way in: no password makes an account or a session", async () => {
      const { host } = federation;
      const json = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };
      for (const path of ["/api/auth/sign-up/email", "/api/auth/sign-in/email"]) {
        const reply = await call(host, "POST", path, { headers: { Origin: host.url }, json });
        expect(reply.status, reply.text).toBe(400);
      }
      const rows = await sql(host, `SELECT id FROM "user" WHERE email = $1`, [json.email]);
      expect(rows).toEqual([]);
    });
  },
);

/** The browser's way out to the provider; tests/e2e walk it to its end. */
describe.each(hostKinds.map((kind, index) => ({ kind, index })))(
  "$kind: the way to an identity provider",
  ({ kind, index }) => {
    const publicUrl = "https://login.example.com";
    let federation: Federation;
    beforeAll(async () => {
      federation = await startFederation(kind, inject("spareDatabases")[6 + index] ?? "", {
        PUBLIC_URL: publicUrl,
        LIMIT_FACTOR: "0.3",
        TRUSTED_PROXIES: "127.0.0.1,::1",
      });
    });
    afterAll(() => federation.stop());

    const setOut = (from: string, body: object = {}, headers: Record<string, string> = {}) =>
      call(federation.host, "POST", "/api/auth/sign-in/social", {
        headers,
        from,
        json: { provider: "oidc", disableRedirect: true, callbackURL: `${publicUrl}/authorize`, ...body },
      });

    it("carries state, nonce and PKCE, and ties the way back to this browser", async () => {
      const { host, provider } = federation;
      const reply = await setOut("203.0.113.1");
      expect(reply.status, reply.text).toBe(200);
      const url = new URL((reply.body as { url: string }).url);
      expect(url.origin).toBe(provider.issuer);
      expect(Object.fromEntries(url.searchParams)).toEqual({
        response_type: "code",
        client_id: provider.clientId,
        redirect_uri: `${publicUrl}/api/auth/callback/oidc`,
        scope: "openid email profile",
        state: textLike(/^.{32}$/),
        nonce: textLike(/^.{32}$/),
        code_challenge: textLike(/^[\w-]{43}$/),
        code_challenge_method: "S256",
      });
      expect(reply.headers["set-cookie"]).toEqual([
        textLike(/^__Host-alprina\.state=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/i),
      ]);
      const forged = `/api/auth/callback/oidc?code=a&state=${url.searchParams.get("state")}`;
      const back = await call(host, "GET", forged, { from: "203.0.113.1" });
      expect([back.status, back.headers.location]).toEqual([
        302,
        `${publicUrl}/sign-in?error=state_mismatch`,
      ]);
    });

    it("leads back to no other site, and is taken by no other site's page", async () => {
      const evil = "https://evil.example";
      for (const field of ["callbackURL", "errorCallbackURL", "newUserCallbackURL"]) {
        expect((await setOut("203.0.113.2", { [field]: evil })).status, field).toBe(403);
      }
      expect((await setOut("203.0.113.3", {}, { Cookie: "a=b", Origin: evil })).status).toBe(403);
    });

    it("takes no token from the browser's hands, and acts for nobody at their provider", async () => {
      const { host } = federation;
      const token = await federation.token({ sub: newSubject() });
      expect((await setOut("203.0.113.4", { idToken: { token } })).status).toBe(404);
      const link = (json: object) =>
        call(host, "POST", "/api/auth/link-social", { json: { provider: "oidc", ...json } });
      expect(await link({ idToken: { token } })).toMatchObject({
        ...{ status: 400, body: { code: "ID_TOKEN_NOT_SUPPORTED" } },
      });
      expect((await link({})).status).toBe(401);
      for (const path of ["get-access-token", "refresh-token"]) {
        const reply = await call(host, "POST", `/api/auth/${path}`, { json: { provider: "oidc" } });
        expect(reply.status, path).toBe(404);
      }
    });

    it("is limited for each address", async () => {
      const statuses: number[] = [];
      for (let n = 0; n < 7; n++) statuses.push((await setOut("203.0.113.5")).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
      expect((await setOut("203.0.113.6")).status).toBe(200);
    });
  },
);
