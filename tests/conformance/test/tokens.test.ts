import { call } from "@alprina/contract-tests/support/call";
import { sql } from "@alprina/contract-tests/support/database";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { beforeAll, describe, expect, it } from "vitest";
import { cast, server } from "../support/cast";
import { approvedCode, redeem, refresh, signInByBrowser, signInByDevice } from "../support/logins";
import { expectError, isGood, oauth, pkce, read, tokenReply, userinfo, wordOf } from "../support/oauth";

/** What became of a code or a token: RFC 6749, RFC 6750, RFC 9700 and OpenID Connect, as far as they forbid. */

const { own, otherCli, confidential } = cast;
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server, "Ada Lovelace");
});

describe.concurrent("authorization codes", () => {
  it("a code that comes a second time is refused, and what it gave is revoked", async () => {
    const given = await approvedCode(own, ada);
    const { access_token, refresh_token } = read(await redeem(own, given), tokenReply);
    expect(await isGood(access_token)).toBe(true);
    expectError(await redeem(own, given), 400, "invalid_grant");
    expect(await isGood(access_token)).toBe(false);
    expectError(await refresh(own, refresh_token), 400, "invalid_grant");
  });

  it("ten calls with one code give tokens once, and then none", async () => {
    const given = await approvedCode(own, ada);
    const words = (await Promise.all(Array.from({ length: 10 }, () => redeem(own, given)))).map(wordOf);
    expect(words.sort()).toEqual([...Array<string>(9).fill("invalid_grant"), "token"]);
  });

  it("a code ends after a minute", async () => {
    const given = await approvedCode(own, ada);
    await sql(
      server,
      "UPDATE authorization_code SET expires_at = now() - interval '1 second' WHERE code_hash = sha256($1::bytea)",
      [Buffer.from(given.code)],
    );
    expectError(await redeem(own, given), 400, "invalid_grant");
  });

  it("a code that nobody was given is refused, and none at all", async () => {
    const made = {
      code: "made up",
      code_verifier: pkce().verifier,
      redirect_uri: "http://127.0.0.1/callback",
    };
    expectError(await redeem(own, made), 400, "invalid_grant");
    expectError(await redeem(own, {}), 400, "invalid_request");
  });
});

describe.concurrent("refresh tokens", () => {
  it("another client's is refused, and stays good for its own", async () => {
    const { refresh_token } = await signInByBrowser(own, ada);
    expectError(await refresh(otherCli, refresh_token), 400, "invalid_grant");
    expectError(await refresh(confidential, refresh_token), 400, "invalid_grant");
    expect(wordOf(await refresh(own, refresh_token))).toBe("token");
  });

  it("a client with a secret renews by it alone", async () => {
    const { refresh_token } = await signInByDevice(confidential, ada, "openid offline_access");
    expectError(await refresh({ ...confidential, secret: null }, refresh_token), 401, "invalid_client");
    expect(wordOf(await refresh(confidential, refresh_token))).toBe("token");
  });

  it("no more can be renewed than was granted", async () => {
    const { refresh_token, scope } = await signInByDevice(own, ada, "openid offline_access");
    expectError(await refresh(own, refresh_token, { scope: "openid email" }), 400, "invalid_scope");
    expect(read(await refresh(own, refresh_token), tokenReply).scope).toBe(scope);
  });

  it("an access token renews nothing, and a refresh token opens nothing", async () => {
    const { access_token, refresh_token } = await signInByDevice(own, ada, "openid offline_access");
    expectError(await refresh(own, access_token), 400, "invalid_grant");
    expect((await userinfo(server, refresh_token)).status).toBe(401);
  });
});

describe.concurrent("bearer tokens at userinfo", () => {
  it("are challenged when there is none, and told invalid_token when they are not good", async () => {
    const none = await userinfo(server);
    expect(none.status).toBe(401);
    expect(none.headers["www-authenticate"]).toBe("Bearer");
    const bad = await userinfo(server, "nonsense");
    expectError(bad, 401, "invalid_token");
    expect(bad.headers["www-authenticate"]).toContain('error="invalid_token"');
  });

  it("a JWT with alg none is not one, nor is an ID token of ours", async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { iss: server.url, sub: ada.id, aud: own.id, exp: Math.floor(Date.now() / 1000) + 3600 };
    const unsigned = `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.`;
    expectError(await userinfo(server, unsigned), 401, "invalid_token");
    const { id_token } = await signInByDevice(own, ada);
    expectError(await userinfo(server, id_token), 401, "invalid_token");
  });

  it("without openid open nothing, and say which scope is missing", async () => {
    const { access_token } = await signInByDevice(own, ada, "email");
    const reply = await userinfo(server, access_token);
    expectError(reply, 403, "insufficient_scope");
    expect(reply.headers["www-authenticate"]).toContain('scope="openid"');
  });

  it("are not read from the query, where logs keep them, nor from a form", async () => {
    const { access_token } = await signInByDevice(own, ada);
    expect((await call(server, "GET", `/oauth/userinfo?access_token=${access_token}`)).status).toBe(401);
    expect((await oauth(server, "userinfo", { access_token })).status).toBe(401);
  });

  it("tell no more than was granted", async () => {
    const { access_token } = await signInByDevice(own, ada, "openid");
    expect((await userinfo(server, access_token)).body).toEqual({ sub: ada.id });
  });
});
