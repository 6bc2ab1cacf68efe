import { call } from "@alprina/contract-tests/support/call";
import { expireKey } from "@alprina/contract-tests/support/database";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { beforeAll, describe, expect, it } from "vitest";
import { cast, server } from "../support/cast";
import type { Registered } from "../support/ids";
import { callAs, signInByDevice, startLogin } from "../support/logins";
import { expectError, oauth } from "../support/oauth";

/** RFC 7662, OAuth 2.0 Token Introspection. */

const { own, confidential, resourceServer } = cast;
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server, "Ada Lovelace");
});

const introspect = (token: string, form: Record<string, string> = {}, caller: Registered = resourceServer) =>
  callAs(caller, "introspect", { token, ...form });

describe.concurrent("RFC 7662", () => {
  it("§2.2: says of a good token whose it is, what it may do, and until when", async () => {
    const { access_token, scope, expires_in } = await signInByDevice(own, ada, "openid email");
    const { body, status } = await introspect(access_token);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        active: true,
        scope,
        client_id: own.id,
        username: ada.email,
        token_type: "Bearer",
        sub: ada.id,
        iss: server.url,
      },
    });
    const { exp, iat } = body as { exp: number; iat: number };
    expect(exp - iat).toBe(expires_in);
  });

  it("§5: keeps the person's address from a token that was not granted it", async () => {
    const { access_token } = await signInByDevice(own, ada, "openid");
    expect((await introspect(access_token)).body).not.toHaveProperty("username");
  });

  it("§2.2: says of every other token only that it is not active", async () => {
    const revoked = await signInByDevice(own, ada);
    await callAs(own, "revoke", { token: revoked.access_token });
    const expired = await signInByDevice(own, ada);
    await expireKey(server, expired.access_token);
    const renewable = await signInByDevice(own, ada, "openid offline_access");
    const { device_code } = await startLogin(own);
    const tokens = {
      revoked: revoked.access_token,
      expired: expired.access_token,
      "not for APIs": renewable.refresh_token ?? "",
      "an ID token": renewable.id_token ?? "",
      "a device code": device_code,
      "never given": "nonsense",
    };
    for (const [what, token] of Object.entries(tokens)) {
      const { status, body } = await introspect(token);
      expect({ status, body }, what).toEqual({ status: 200, body: { active: false } });
    }
  });

  it("§2.1: finds a token under a wrong hint", async () => {
    const { access_token } = await signInByDevice(own, ada);
    const reply = await introspect(access_token, { token_type_hint: "refresh_token" });
    expect(reply.body).toMatchObject({ active: true });
  });

  it("§2.1: answers resource servers alone: no public client, no other client with a secret, nobody unnamed", async () => {
    const { access_token: token } = await signInByDevice(own, ada);
    expectError(await introspect(token, {}, own), 401, "invalid_client");
    expectError(await introspect(token, {}, confidential), 401, "invalid_client");
    expectError(await oauth(server, "introspect", { token }), 401, "invalid_client");
    const bearer = { Authorization: `Bearer ${token}` };
    expectError(await oauth(server, "introspect", { token }, bearer), 401, "invalid_client");
  });

  it("§2.3: refuses a resource server with a wrong secret, or with none", async () => {
    const { access_token } = await signInByDevice(own, ada);
    const wrong = await introspect(access_token, {}, { ...resourceServer, secret: "wrong" });
    expectError(wrong, 401, "invalid_client");
    expect(wrong.headers["www-authenticate"]).toMatch(/^Basic /);
    expectError(
      await introspect(access_token, {}, { ...resourceServer, secret: null }),
      401,
      "invalid_client",
    );
  });

  it("§2.1 and §4: needs a token, in the body of a POST", async () => {
    expectError(await callAs(resourceServer, "introspect", {}), 400, "invalid_request");
    expect((await call(server, "GET", "/oauth/introspect")).status).toBe(405);
    const reply = await call(server, "POST", "/oauth/introspect?token=nonsense");
    expectError(reply, 400, "invalid_request");
  });
});
