import { describe, expect, it } from "vitest";
import { authorizationResponse, refuseAuthorization } from "../../src/domain/authorization-request";
import { isVerifier, readChallenge } from "../../src/domain/pkce";

const good = {
  responseType: "code",
  codeChallenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  codeChallengeMethod: "S256",
  hasRequestObject: false,
  repeated: [],
};

describe("an authorization request", () => {
  it("is put before a person when nothing is wrong with it", () => {
    expect(refuseAuthorization(good)).toBeNull();
    expect(refuseAuthorization({ ...good, responseMode: "query", prompt: "consent login" })).toBeNull();
  });

  it.each([
    [{ responseType: undefined }, "invalid_request"],
    [{ responseType: "token" }, "unsupported_response_type"],
    [{ responseType: "code id_token" }, "unsupported_response_type"],
    [{ responseMode: "fragment" }, "invalid_request"],
    [{ codeChallenge: undefined, codeChallengeMethod: undefined }, "invalid_request"],
    [{ codeChallengeMethod: "plain" }, "invalid_request"],
    // Without a method it would be `plain` (RFC 7636 §4.3).
    [{ codeChallengeMethod: undefined }, "invalid_request"],
    [{ codeChallenge: "too short" }, "invalid_request"],
    [{ repeated: ["state"] }, "invalid_request"],
    [{ hasRequestObject: true }, "request_not_supported"],
    [{ prompt: "none" }, "interaction_required"],
  ])("with %j goes back with %s", (wrong, error) => {
    expect(refuseAuthorization({ ...good, ...wrong })?.error).toBe(error);
  });
});

describe("the way back", () => {
  const issuer = "https://login.example.com";

  it("says who answers (RFC 9207), and gives the state back as it came", () => {
    const to = authorizationResponse(
      { issuer, redirectUri: "http://127.0.0.1:41234/callback", state: "a&b=c d#é" },
      { code: "abc" },
    );
    expect(to.startsWith("http://127.0.0.1:41234/callback?code=abc&")).toBe(true);
    expect(Object.fromEntries(new URL(to).searchParams)).toEqual({
      code: "abc",
      state: "a&b=c d#é",
      iss: issuer,
    });
  });

  it("keeps a query that the redirect URI has", () => {
    const refusal = { error: "access_denied" as const, description: "No." };
    const to = authorizationResponse({ issuer, redirectUri: "https://app.example.com/cb?from=us" }, refusal);
    expect(Object.fromEntries(new URL(to).searchParams)).toEqual({
      ...{ from: "us", error: "access_denied", error_description: "No.", iss: issuer },
    });
  });
});

describe("a verifier", () => {
  it("is 43 to 128 unreserved characters (RFC 7636 §4.1)", () => {
    expect(isVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(true);
    expect(isVerifier("a".repeat(128))).toBe(true);
    for (const wrong of [
      undefined,
      "",
      "a".repeat(42),
      "a".repeat(129),
      `${"a".repeat(43)}=`,
      " ".repeat(43),
    ])
      expect(isVerifier(wrong)).toBe(false);
  });

  it("goes with a challenge that may be left out, but not half", () => {
    expect(readChallenge({})).toEqual({ kind: "none" });
    expect(readChallenge({ method: "S256" }).kind).toBe("bad");
    expect(readChallenge({ challenge: good.codeChallenge }).kind).toBe("bad");
    expect(readChallenge({ challenge: good.codeChallenge, method: "S256" }).kind).toBe("good");
  });
});
