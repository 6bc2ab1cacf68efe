import { call } from "@alprina/contract-tests/support/call";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { beforeAll, describe, expect, it } from "vitest";
import { cast, server } from "../support/cast";
import { callAs, refresh, signInByDevice } from "../support/logins";
import { expectError, isGood, oauth } from "../support/oauth";

/** RFC 7009, OAuth 2.0 Token Revocation. */

const { own, otherCli, confidential } = cast;
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server, "Ada Lovelace");
});

const RENEWABLE = "openid offline_access";
const revoke = (client: typeof own, form: Record<string, string>) => callAs(client, "revoke", form);

describe.concurrent("RFC 7009", () => {
  it("§2.1: revokes a refresh token, at once, with the access tokens of the same grant", async () => {
    const { access_token, refresh_token = "" } = await signInByDevice(own, ada, RENEWABLE);
    expect(await isGood(access_token)).toBe(true);
    expect((await revoke(own, { token: refresh_token })).status).toBe(200);
    expect(await isGood(access_token)).toBe(false);
    expectError(await refresh(own, refresh_token), 400, "invalid_grant");
  });

  it("§2.1: revokes an access token, with the refresh token of the same grant", async () => {
    const { access_token, refresh_token } = await signInByDevice(own, ada, RENEWABLE);
    expect((await revoke(own, { token: access_token })).status).toBe(200);
    expect(await isGood(access_token)).toBe(false);
    expectError(await refresh(own, refresh_token), 400, "invalid_grant");
  });

  it("§2.1: finds a token under a wrong hint, and passes over a hint that it does not know", async () => {
    for (const token_type_hint of ["refresh_token", "colour"]) {
      const { access_token } = await signInByDevice(own, ada, RENEWABLE);
      expect((await revoke(own, { token: access_token, token_type_hint })).status).toBe(200);
      expect(await isGood(access_token)).toBe(false);
    }
    const { access_token, refresh_token = "" } = await signInByDevice(own, ada, RENEWABLE);
    await revoke(own, { token: refresh_token, token_type_hint: "access_token" });
    expect(await isGood(access_token)).toBe(false);
  });

  it("§2.1: refuses another client's token, and leaves it good", async () => {
    const { access_token, refresh_token = "" } = await signInByDevice(own, ada, RENEWABLE);
    for (const token of [access_token, refresh_token]) {
      expectError(await revoke(otherCli, { token }), 400, "invalid_grant");
    }
    expect(await isGood(access_token)).toBe(true);
  });

  it("§2.1: wants the secret of a client that has one", async () => {
    const { access_token } = await signInByDevice(confidential, ada);
    const byId = { client_id: confidential.id, token: access_token };
    expectError(await oauth(server, "revoke", byId), 401, "invalid_client");
    expectError(
      await revoke({ ...confidential, secret: "wrong" }, { token: access_token }),
      401,
      "invalid_client",
    );
    expectError(await oauth(server, "revoke", { token: access_token }), 401, "invalid_client");
    expect(await isGood(access_token)).toBe(true);
  });

  it("§2.2: answers 200 for a token that nobody was given, and for one that was revoked before", async () => {
    expect((await revoke(own, { token: "nonsense" })).status).toBe(200);
    const { access_token } = await signInByDevice(own, ada);
    expect((await revoke(own, { token: access_token })).status).toBe(200);
    expect((await revoke(own, { token: access_token })).status).toBe(200);
  });

  it("§2.1: needs a token, in the body of a POST", async () => {
    expectError(await revoke(own, {}), 400, "invalid_request");
    expect((await call(server, "GET", "/oauth/revoke")).status).toBe(405);
    const { access_token } = await signInByDevice(own, ada);
    const reply = await call(server, "POST", `/oauth/revoke?token=${access_token}&client_id=${own.id}`);
    expectError(reply, 400, "invalid_request");
    expect(await isGood(access_token)).toBe(true);
  });
});
