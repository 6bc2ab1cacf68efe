import { call } from "@alprina/contract-tests/support/call";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import * as client from "openid-client";
import { beforeAll, describe, expect, it } from "vitest";
import { clickThrough } from "../support/browser";
import { briefServer, cast, server } from "../support/cast";
import { authorizationUrl } from "../support/logins";
import { pkce } from "../support/oauth";

/** RFC 9207, OAuth 2.0 Authorization Server Issuer Identification. */

const { own } = cast;
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server, "Ada Lovelace");
});

const answer = (changes: Record<string, string>, decision: "approve" | "deny" = "approve") =>
  clickThrough(server, ada, authorizationUrl(own, pkce().challenge, changes), decision);

describe.concurrent("RFC 9207", () => {
  it("§2: names the issuer with a code, with a denial and with a refusal", async () => {
    const answers = [
      await answer({}),
      await answer({}, "deny"),
      await answer({ scope: "everything" }),
      await answer({ code_challenge_method: "plain" }),
    ];
    for (const { searchParams } of answers) expect(searchParams.getAll("iss")).toEqual([server.url]);
  });

  it("§2.1: carries the issuer among the other parameters of the query, once each", async () => {
    const { searchParams } = await answer({});
    expect([...searchParams.keys()].sort()).toEqual(["code", "iss", "state"]);
  });

  it("§3: says so in its metadata, where the issuer is the same", async () => {
    const { body } = await call(server, "GET", "/.well-known/oauth-authorization-server");
    expect(body).toMatchObject({
      issuer: server.url,
      authorization_response_iss_parameter_supported: true,
    });
  });

  it("§2.4: openid-client refuses the answer of another server, and one without an issuer", async () => {
    const config = await client.discovery(new URL(briefServer.url), own.id, undefined, client.None(), {
      execute: [client.allowInsecureRequests],
    });
    const back = await answer({});
    const checks = { pkceCodeVerifier: pkce().verifier, expectedState: "a state of the client's" };
    await expect(client.authorizationCodeGrant(config, back, checks)).rejects.toMatchObject({
      code: "OAUTH_INVALID_RESPONSE",
    });
    back.searchParams.delete("iss");
    await expect(client.authorizationCodeGrant(config, back, checks)).rejects.toMatchObject({
      code: "OAUTH_INVALID_RESPONSE",
    });
  });
});
