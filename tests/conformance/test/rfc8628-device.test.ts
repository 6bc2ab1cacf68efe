import { call } from "@alprina/contract-tests/support/call";
import { approve, deny } from "@alprina/contract-tests/support/flows";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { beforeAll, describe, expect, it } from "vitest";
import { cast, server } from "../support/cast";
import { callAs, poll, startLogin } from "../support/logins";
import {
  basic,
  DEVICE_GRANT,
  expectError,
  oauth,
  pkce,
  read,
  startReply,
  tokenReply,
  wordOf,
} from "../support/oauth";

/** RFC 8628, OAuth 2.0 Device Authorization Grant: the server's side, beyond what the clients show. */

const { own, otherCli, confidential, deviceOnly, resourceServer } = cast;
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server, "Ada Lovelace");
});

describe.concurrent("RFC 8628 §3.1: device authorization request", () => {
  it("names the client: without one, or with one that is not registered, it is refused", async () => {
    expectError(await oauth(server, "device_authorization", {}), 401, "invalid_client");
    expectError(await oauth(server, "device_authorization", { client_id: "nobody" }), 401, "invalid_client");
  });

  it("checks a secret that was sent, and one that a public client made up", async () => {
    const wrong = { ...confidential, secret: "wrong" };
    const reply = await oauth(server, "device_authorization", {}, basic(wrong));
    expectError(reply, 401, "invalid_client");
    expect(reply.headers["www-authenticate"]).toMatch(/^Basic /);
    const made = { client_id: own.id, client_secret: "made up" };
    expectError(await oauth(server, "device_authorization", made), 401, "invalid_client");
  });

  it("treats a parameter without a value as if it were not there", async () => {
    const form = { client_id: own.id, scope: "", code_challenge: "", code_challenge_method: "" };
    read(await oauth(server, "device_authorization", form), startReply);
    expectError(await oauth(server, "device_authorization", { client_id: "" }), 401, "invalid_client");
  });

  it("passes over parameters that it does not know", async () => {
    read(await oauth(server, "device_authorization", { client_id: own.id, colour: "blue" }), startReply);
  });

  it("refuses a parameter that comes twice", async () => {
    for (const body of [`client_id=${own.id}&client_id=${own.id}`, `client_id=${own.id}&scope=a&scope=b`]) {
      const reply = await call(server, "POST", "/oauth/device_authorization", {
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body,
      });
      expectError(reply, 400, "invalid_request");
    }
  });

  it("is a POST, and nothing of it is read from the query", async () => {
    const reply = await call(server, "GET", `/oauth/device_authorization?client_id=${own.id}`);
    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toContain("POST");
    const posted = await call(server, "POST", `/oauth/device_authorization?client_id=${own.id}`);
    expectError(posted, 401, "invalid_client");
  });

  it("refuses a scope that does not exist, and a client that may not", async () => {
    const reply = await oauth(server, "device_authorization", { client_id: own.id, scope: "everything" });
    expectError(reply, 400, "invalid_scope");
    expectError(await callAs(resourceServer, "device_authorization", {}), 400, "unauthorized_client");
  });
});

describe.concurrent("RFC 8628 §3.2: device authorization response", () => {
  it("has every field, in the form that the RFC gives it", async () => {
    const login = await startLogin(own);
    expect(login).toMatchObject({ expires_in: 900, interval: 5 });
    const { verification_uri, verification_uri_complete, user_code } = login;
    expect(new URL(verification_uri).search).toBe("");
    expect(verification_uri_complete).toBe(`${verification_uri}?user_code=${user_code}`);
  });

  it("gives each login codes of its own, the device code with 256 random bits", async () => {
    const logins = await Promise.all(Array.from({ length: 20 }, () => startLogin(own)));
    expect(new Set(logins.map(({ device_code }) => device_code)).size).toBe(20);
    expect(new Set(logins.map(({ user_code }) => user_code)).size).toBe(20);
    for (const { device_code } of logins) expect(Buffer.from(device_code, "base64url")).toHaveLength(32);
  });
});

describe.concurrent("RFC 8628 §3.4: device access token request", () => {
  it("needs grant_type, device_code and the client", async () => {
    const { device_code } = await startLogin(own);
    expectError(await oauth(server, "token", { client_id: own.id, device_code }), 400, "invalid_request");
    expectError(
      await oauth(server, "token", { client_id: own.id, grant_type: DEVICE_GRANT }),
      400,
      "invalid_request",
    );
    expectError(
      await oauth(server, "token", { grant_type: DEVICE_GRANT, device_code }),
      401,
      "invalid_client",
    );
  });

  it("refuses a grant type that it does not know", async () => {
    for (const grant_type of ["password", "client_credentials", "device_code"]) {
      expectError(await callAs(own, "token", { grant_type }), 400, "unsupported_grant_type");
    }
  });

  it("refuses another client's device code, and leaves it to its own", async () => {
    const { device_code, user_code } = await startLogin(own);
    expectError(await poll(otherCli, device_code), 400, "invalid_grant");
    await approve(server, ada, user_code);
    expectError(await poll(otherCli, device_code), 400, "invalid_grant");
    expect(wordOf(await poll(own, device_code))).toBe("token");
  });

  it("gives a client with a secret nothing without it, or with a wrong one", async () => {
    const { device_code, user_code } = await startLogin(confidential);
    await approve(server, ada, user_code);
    expectError(await poll({ ...confidential, secret: null }, device_code), 401, "invalid_client");
    expectError(await poll({ ...confidential, secret: "wrong" }, device_code), 401, "invalid_client");
    expect(wordOf(await poll(confidential, device_code))).toBe("token");
  });

  it("refuses a secret in two places, and two clients in one request", async () => {
    const { device_code } = await startLogin(confidential);
    const form = { grant_type: DEVICE_GRANT, device_code };
    const both = { ...form, client_id: confidential.id, client_secret: confidential.secret ?? "" };
    expectError(await oauth(server, "token", both, basic(confidential)), 400, "invalid_request");
    const other = { ...form, client_id: own.id };
    expectError(await oauth(server, "token", other, basic(confidential)), 400, "invalid_request");
  });

  it("refuses codes and tokens in the query, and reads them from the body alone", async () => {
    const { device_code } = await startLogin(own);
    const form = { grant_type: DEVICE_GRANT, client_id: own.id };
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const post = (query: string, more: object) => {
      const body = new URLSearchParams({ ...form, ...more }).toString();
      return call(server, "POST", `/oauth/token${query}`, { headers, body });
    };
    const inQuery = `?device_code=${device_code}`;
    expectError(await post(inQuery, {}), 400, "invalid_request");
    // Not even beside a body that is good: by then it stands in somebody's log.
    expectError(await post(inQuery, { device_code }), 400, "invalid_request");
    expectError(await post("?client_secret=x", { device_code }), 400, "invalid_request");
    expectError(await post("?colour=blue", { device_code }), 400, "authorization_pending");
  });
});

describe.concurrent("RFC 8628 §3.5: device access token response", () => {
  it("says authorization_pending, then access_denied, and stays with it", async () => {
    const { device_code, user_code } = await startLogin(own);
    expectError(await poll(own, device_code), 400, "authorization_pending");
    await deny(server, ada, user_code);
    expectError(await poll(own, device_code), 400, "access_denied");
    expectError(await poll(own, device_code), 400, "access_denied");
  });

  it("says slow_down to a third poll in one beat, with five seconds more", async () => {
    const { device_code } = await startLogin(own);
    expectError(await poll(own, device_code), 400, "authorization_pending");
    expectError(await poll(own, device_code), 400, "authorization_pending");
    const reply = await poll(own, device_code);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ error: "slow_down", interval: 10 });
  });

  it("gives tokens once: a code that was redeemed is invalid_grant", async () => {
    const { device_code, user_code } = await startLogin(own, { scope: "openid offline_access" });
    await approve(server, ada, user_code);
    const given = read(await poll(own, device_code), tokenReply);
    expect(given.scope).toBe("openid offline_access");
    expect(given.refresh_token).toBeDefined();
    expect(given.id_token).toBeDefined();
    expectError(await poll(own, device_code), 400, "invalid_grant");
  });

  it("says invalid_grant to a code that nobody was given", async () => {
    expectError(await poll(own, "A".repeat(43)), 400, "invalid_grant");
  });

  it("gives no refresh token to a client that may not renew", async () => {
    const { device_code, user_code } = await startLogin(deviceOnly, { scope: "openid offline_access" });
    await approve(server, ada, user_code);
    const given = read(await poll(deviceOnly, device_code), tokenReply);
    expect(given).toMatchObject({ scope: "openid" });
    expect(given.refresh_token).toBeUndefined();
  });

  it("holds a client that bound its code by PKCE to the verifier", async () => {
    const { verifier, challenge } = pkce();
    const bound = { code_challenge: challenge, code_challenge_method: "S256" };
    const { device_code, user_code } = await startLogin(own, bound);
    await approve(server, ada, user_code);
    expectError(await poll(own, device_code), 400, "invalid_grant");
    expectError(await poll(own, device_code, { code_verifier: pkce().verifier }), 400, "invalid_grant");
    expect(wordOf(await poll(own, device_code, { code_verifier: verifier }))).toBe("token");
  });
});
