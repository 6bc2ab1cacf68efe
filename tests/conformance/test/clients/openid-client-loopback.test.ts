import { signUp, type Person } from "@alprina/contract-tests/support/people";
import * as client from "openid-client";
import { beforeAll, describe, expect, it } from "vitest";
import { clickThrough } from "../../support/browser";
import { cast, server } from "../../support/cast";
import type { Registered } from "../../support/ids";
import { listenForBrowser } from "../../support/loopback";

/** openid-client as a command line with a browser beside it, and as the API that it calls. */

async function discover({ id, secret }: Registered): Promise<client.Configuration> {
  const authentication = secret === null ? client.None() : client.ClientSecretBasic(secret);
  return client.discovery(new URL(server.url), id, undefined, authentication, {
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  });
}

/** From the authorization URL to the tokens, with every check that openid-client has. */
async function signIn(
  config: client.Configuration,
  person: Person,
  decision: "approve" | "deny" = "approve",
) {
  const listener = await listenForBrowser();
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()];
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: listener.redirectUri,
    scope: "openid profile email offline_access",
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    state: expectedState,
    nonce: expectedNonce,
  });
  await fetch(await clickThrough(server, person, url, decision));
  return client.authorizationCodeGrant(config, await listener.visited, {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    idTokenExpected: true,
  });
}

describe.concurrent.each([
  { kind: "a public client", who: cast.own },
  { kind: "a client with a secret", who: cast.confidential },
])("openid-client as $kind", ({ who }) => {
  let ada: Person;
  let config: client.Configuration;
  beforeAll(async () => {
    ada = await signUp(server, "Ada Lovelace");
    config = await discover(who);
  });

  it("completes the loopback flow", async () => {
    const tokens = await signIn(config, ada);
    const subject = tokens.claims()?.sub;
    expect(subject).toBe(ada.id);
    const userinfo = await client.fetchUserInfo(config, tokens.access_token, ada.id);
    expect(userinfo).toMatchObject({ sub: ada.id, name: ada.name, email: ada.email });
  });

  it("is told of a denial in the browser", async () => {
    await expect(signIn(config, ada, "deny")).rejects.toMatchObject({
      name: "AuthorizationResponseError",
      error: "access_denied",
    });
  });

  it("refreshes", async () => {
    const tokens = await signIn(config, ada);
    const renewed = await client.refreshTokenGrant(config, tokens.refresh_token ?? "");
    expect(renewed.claims()?.sub).toBe(ada.id);
    expect(renewed.access_token).not.toBe(tokens.access_token);
    await client.fetchUserInfo(config, renewed.access_token, ada.id);
  });

  it("revokes, and the API that introspects sees it", async () => {
    const api = await discover(cast.resourceServer);
    const tokens = await signIn(config, ada);
    expect(await client.tokenIntrospection(api, tokens.access_token)).toMatchObject({
      active: true,
      sub: ada.id,
      client_id: who.id,
      iss: server.url,
    });
    await client.tokenRevocation(config, tokens.access_token);
    expect(await client.tokenIntrospection(api, tokens.access_token)).toEqual({ active: false });
    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });
});
