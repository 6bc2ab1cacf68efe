import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { beforeAll, describe, expect, it } from "vitest";
import { click, clickThrough } from "../support/browser";
import { cast, server } from "../support/cast";
import { approvedCode, authorizationUrl, callAs, redeem } from "../support/logins";
import { expectError, pkce, wordOf } from "../support/oauth";

/** RFC 7636, Proof Key for Code Exchange. */

const { own, confidential } = cast;
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server, "Ada Lovelace");
});

/** What the client is told by way of the browser. */
async function refusalOf(client: typeof own, challenge: string, changes: Record<string, string | undefined>) {
  const back = await clickThrough(server, ada, authorizationUrl(client, challenge, changes));
  expect(back.searchParams.has("code")).toBe(false);
  return {
    error: back.searchParams.get("error"),
    description: back.searchParams.get("error_description") ?? "",
  };
}

describe.concurrent("RFC 7636", () => {
  it("§4.4.1: sends back a request without a challenge, also from a client with a secret", async () => {
    const none = { code_challenge: undefined, code_challenge_method: undefined };
    for (const client of [own, confidential]) {
      const { error, description } = await refusalOf(client, pkce().challenge, none);
      expect(error).toBe("invalid_request");
      expect(description).toContain("code_challenge");
    }
  });

  it("§4.4.1: sends back `plain`, named or by default, and any other method but S256", async () => {
    for (const code_challenge_method of ["plain", undefined, "S512"]) {
      const { error, description } = await refusalOf(own, pkce().challenge, { code_challenge_method });
      expect(error).toBe("invalid_request");
      expect(description).toContain("S256");
    }
  });

  it("§4.2: sends back a challenge that is no S256 hash", async () => {
    expect(await refusalOf(own, "short", {})).toMatchObject({ error: "invalid_request" });
  });

  it("§4.4: refuses `plain` on a device login too", async () => {
    const bound = { code_challenge: pkce().verifier, code_challenge_method: "plain" };
    expectError(await callAs(own, "device_authorization", bound), 400, "invalid_request");
  });

  it("§4.6: gives tokens for the right verifier", async () => {
    expect(wordOf(await redeem(own, await approvedCode(own, ada)))).toBe("token");
  });

  it("§4.6: answers a wrong verifier with invalid_grant, and leaves the code to who has the right one", async () => {
    const given = await approvedCode(own, ada);
    const wrong = { ...given, code_verifier: pkce().verifier };
    expectError(await redeem(own, wrong), 400, "invalid_grant");
    expect(wordOf(await redeem(own, given))).toBe("token");
  });

  it("§4.6: answers a missing verifier with invalid_grant, also from a client with a secret", async () => {
    for (const client of [own, confidential]) {
      const { code, redirect_uri } = await approvedCode(client, ada);
      expectError(await redeem(client, { code, redirect_uri }), 400, "invalid_grant");
      expectError(await redeem(client, { code, redirect_uri, code_verifier: "" }), 400, "invalid_grant");
    }
  });

  it("§4.6: takes the challenge itself for no verifier", async () => {
    const { verifier, challenge } = pkce();
    const answer = await click(server, ada, authorizationUrl(own, challenge));
    expect(answer.kind).toBe("answered");
    const back = new URL(answer.kind === "answered" ? answer.redirectTo : "");
    const form = {
      code: back.searchParams.get("code") ?? "",
      redirect_uri: "http://127.0.0.1:53682/callback",
    };
    expectError(await redeem(own, { ...form, code_verifier: challenge }), 400, "invalid_grant");
    expect(wordOf(await redeem(own, { ...form, code_verifier: verifier }))).toBe("token");
  });

  it("§4.4: does not carry the challenge in the code", async () => {
    const { challenge } = pkce();
    const back = await clickThrough(server, ada, authorizationUrl(own, challenge));
    expect(back.href).not.toContain(challenge);
    expect(Buffer.from(back.searchParams.get("code") ?? "", "base64url")).toHaveLength(32);
  });
});
