import { signUp } from "@alprina/contract-tests/support/people";
import * as arctic from "arctic";
import { describe, expect, it } from "vitest";
import { clickThrough } from "../../support/browser";
import { cast, server } from "../../support/cast";
import { listenForBrowser } from "../../support/loopback";
import { whoIs } from "../../support/who-is";

const [authorize, token, revoke] = ["authorize", "token", "revoke"].map(
  (name) => `${server.url}/oauth/${name}`,
) as [string, string, string];
const scopes = ["profile", "offline_access"];

describe.concurrent.each([
  { kind: "a public client", who: cast.own },
  { kind: "a client with a secret", who: cast.confidential },
])("as $kind", ({ who }) => {
  it("arctic: loopback flow, refresh and revocation", async () => {
    const ada = await signUp(server, "Ada Lovelace");
    const listener = await listenForBrowser("[::1]");
    const client = new arctic.OAuth2Client(who.id, who.secret, listener.redirectUri);
    const [state, verifier] = [arctic.generateState(), arctic.generateCodeVerifier()];
    const method = arctic.CodeChallengeMethod.S256;
    const url = client.createAuthorizationURLWithPKCE(authorize, state, method, verifier, scopes);
    await fetch(await clickThrough(server, ada, url));
    const { searchParams: answer } = await listener.visited;
    expect(answer.get("state")).toBe(state);

    const first = await client.validateAuthorizationCode(token, answer.get("code") ?? "", verifier);
    expect(first.scopes()).toEqual(scopes);
    expect(await whoIs(server, first.accessToken())).toBe(ada.id);
    const second = await client.refreshAccessToken(token, first.refreshToken(), []);
    expect(await whoIs(server, second.accessToken())).toBe(ada.id);
    await client.revokeToken(revoke, second.refreshToken());
    await expect(client.refreshAccessToken(token, second.refreshToken(), [])).rejects.toMatchObject({
      code: "invalid_grant",
    });
  });
});
