import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { sql } from "../support/database";
import { hosts } from "../support/hosts";
import {
  addClient,
  askToken,
  consent,
  expectOAuthRefusal,
  logIn,
  OWN,
  pkce,
  REDIRECT,
  post,
  tokenReply,
} from "../support/oauth";
import { signUp, type Person } from "../support/people";
import { read } from "../support/wire";

/** Contract §3: what becomes of a token, on both hosts. */
describe.each(hosts)("$kind: tokens", (host) => {
  let ada: Person;
  let api: Awaited<ReturnType<typeof addClient>>;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
    api = await addClient(host, "resource_server");
  });
  const refresh = (refresh_token: string, more = {}) =>
    askToken(host, { grant_type: "refresh_token", client_id: OWN, refresh_token, ...more });
  const introspect = (token: string) =>
    post(host, "/oauth/introspect", { token }, { headers: { Authorization: api.basic } });

  it("come with a refresh token for offline_access, and live an hour then", async () => {
    const first = await logIn(host, ada, "email offline_access");
    expect(first).toMatchObject({ expires_in: 3600, scope: "email offline_access" });
    const second = read(await refresh(first.refresh_token ?? ""), tokenReply);
    expect(second.access_token).not.toBe(first.access_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    // The same again, for a process that refreshed at the same time.
    const again = read(await refresh(first.refresh_token ?? ""), tokenReply);
    expect({ ...again, expires_in: 0 }).toEqual({ ...second, expires_in: 0 });
    expect((await call(host, "GET", "/v1/auth/me", { bearer: second.access_token })).status).toBe(200);
  });

  it("end with their family when a refresh token comes back after a minute", async () => {
    const first = await logIn(host, ada, "email offline_access");
    const second = read(await refresh(first.refresh_token ?? ""), tokenReply);
    await sql(
      host,
      "UPDATE refresh_token SET rotated_at = rotated_at - interval '61 seconds' WHERE status = 'rotated'",
    );
    expectOAuthRefusal(await refresh(first.refresh_token ?? ""), 400, "invalid_grant");
    expect((await introspect(second.access_token)).body).toEqual({ active: false });
    expectOAuthRefusal(await refresh(second.refresh_token ?? ""), 400, "invalid_grant");
  });

  it("can be refreshed by their own client only, and not beyond what was granted", async () => {
    const { refresh_token = "" } = await logIn(host, ada, "email offline_access");
    const other = await addClient(host, "public");
    expectOAuthRefusal(await refresh(refresh_token, { client_id: other.clientId }), 400, "invalid_grant");
    expectOAuthRefusal(await refresh(refresh_token, { scope: "devices:write" }), 400, "invalid_scope");
    expectOAuthRefusal(await refresh("made-up"), 400, "invalid_grant");
    expect((await refresh(refresh_token, { scope: "email" })).status).toBe(200);
  });

  it("are known to a resource server, with what they may do", async () => {
    const { access_token } = await logIn(host, ada, "email devices:read");
    const reply = await introspect(access_token);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      ...{ active: true, scope: "email devices:read", client_id: OWN, username: ada.email },
      ...{ token_type: "Bearer", sub: ada.id, iss: host.url },
    });
    const { exp, iat } = reply.body as { exp: number; iat: number };
    expect(exp - iat).toBe(365 * 24 * 60 * 60);
  });

  it("are inactive for every other reason, and known to nobody else", async () => {
    const { access_token, refresh_token = "" } = await logIn(host, ada, "email offline_access");
    for (const token of ["made-up", refresh_token, "x".repeat(4_000)]) {
      const reply = await introspect(token);
      expect([reply.status, reply.body]).toEqual([200, { active: false }]);
    }
    const confidential = await addClient(host, "confidential");
    for (const Authorization of [confidential.basic, `Basic ${Buffer.from(`${OWN}:`).toString("base64")}`]) {
      const reply = await post(
        host,
        "/oauth/introspect",
        { token: access_token },
        { headers: { Authorization } },
      );
      expectOAuthRefusal(reply, 401, "invalid_client");
    }
    const wrong = { token: access_token, client_id: api.clientId, client_secret: "wrong" };
    expectOAuthRefusal(await post(host, "/oauth/introspect", wrong), 401, "invalid_client");
    expectOAuthRefusal(await post(host, "/oauth/introspect", { token: access_token }), 401, "invalid_client");
  });

  it("are revoked by their client; 200 also for what is not known", async () => {
    const { access_token } = await logIn(host, ada, "email");
    const revoke = (token: string, client_id = OWN) => post(host, "/oauth/revoke", { token, client_id });
    const other = await addClient(host, "public");
    expectOAuthRefusal(await revoke(access_token, other.clientId), 400, "invalid_grant");
    expect((await introspect(access_token)).body).toMatchObject({ active: true });
    const hinted = { token: access_token, client_id: OWN, token_type_hint: "refresh_token" };
    for (const reply of [await post(host, "/oauth/revoke", hinted), await revoke("made-up")]) {
      expect(reply.status).toBe(200);
    }
    expect((await introspect(access_token)).body).toEqual({ active: false });
    expectOAuthRefusal(await post(host, "/oauth/revoke", { client_id: OWN }), 400, "invalid_request");
    expectOAuthRefusal(await post(host, "/oauth/revoke", { token: "x" }), 401, "invalid_client");
  });

  it("show their person to who holds them, with openid, by header only", async () => {
    const userinfo = (bearer?: string, method = "GET") => call(host, method, "/oauth/userinfo", { bearer });
    const { access_token } = await logIn(host, ada, "openid profile email");
    for (const method of ["GET", "POST"]) {
      expect((await userinfo(access_token, method)).body).toEqual({
        ...{ sub: ada.id, name: "Ada Lovelace", email: ada.email, email_verified: false },
      });
    }
    const nameless = await logIn(host, ada, "email");
    const refused = await userinfo(nameless.access_token);
    expectOAuthRefusal(refused, 403, "insufficient_scope");
    expect(refused.headers["www-authenticate"]).toContain('error="insufficient_scope"');
    const nobody = await userinfo();
    expectOAuthRefusal(nobody, 401, "invalid_token");
    expect(nobody.headers["www-authenticate"]).toBe("Bearer");
    const header = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    for (const token of ["made-up", ada.token, `${header}.e30.`]) {
      const reply = await userinfo(token);
      expectOAuthRefusal(reply, 401, "invalid_token");
      expect(reply.headers["www-authenticate"]).toContain('error="invalid_token"');
    }
    const inUrl = await call(host, "GET", `/oauth/userinfo?access_token=${access_token}`);
    expectOAuthRefusal(inUrl, 401, "invalid_token");
  });

  it("open only what was granted", async () => {
    const { access_token: bearer } = await logIn(host, ada, "devices:read");
    const listed = await call(host, "GET", "/v1/auth/devices", { bearer });
    expect(listed.status).toBe(200);
    const [device] = listed.body as { id: string }[];
    const refused = await call(host, "DELETE", `/v1/auth/devices/${device?.id}`, { bearer });
    expect([refused.status, refused.body]).toMatchObject([403, { error: "forbidden" }]);
  });

  it("come for a code that the browser brought back, once", async () => {
    const { verifier, challenge } = pkce();
    const query = await consent(host, ada, challenge, {
      scope: "openid offline_access",
      state: "s",
      nonce: "n",
    });
    expect(query).toMatchObject({ state: "s", iss: host.url });
    const form = {
      ...{ grant_type: "authorization_code", client_id: OWN, code: query.code ?? "" },
      ...{ redirect_uri: REDIRECT, code_verifier: verifier },
    };
    for (const wrong of [
      { code_verifier: pkce().verifier },
      { redirect_uri: "http://127.0.0.1:1/callback" },
    ]) {
      expectOAuthRefusal(await askToken(host, { ...form, ...wrong }), 400, "invalid_grant");
    }
    const token = read(await askToken(host, form), tokenReply);
    expect(token).toMatchObject({ scope: "openid offline_access", expires_in: 3600 });
    expectOAuthRefusal(await askToken(host, form), 400, "invalid_grant");
    expect((await introspect(token.access_token)).body).toEqual({ active: false });
  });

  it("are signed by a key that is published, and by no other part of it", async () => {
    const { id_token = "" } = await logIn(host, ada, "openid");
    const reply = await call(host, "GET", "/oauth/jwks");
    const { keys } = reply.body as { keys: Record<string, string>[] };
    const { kid, alg } = JSON.parse(Buffer.from(id_token.split(".")[0] ?? "", "base64url").toString()) as {
      kid: string;
      alg: string;
    };
    expect(alg).toBe("RS256");
    expect(keys.map((key) => key.kid)).toContain(kid);
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  });
});
