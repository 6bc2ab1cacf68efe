import { describe, expect, it } from "vitest";
import { safeNextPath } from "@/lib/next-path";
import { readAuthorizationQuery } from "@/server/authorization-query";

describe("the query of an authorization request", () => {
  it("is read by the RFCs' names, and what nobody knows is passed over", () => {
    const { request } = readAuthorizationQuery({
      client_id: "acme",
      redirect_uri: "http://127.0.0.1:1/cb",
      response_type: "code",
      scope: "openid email",
      state: "s",
      nonce: "n",
      code_challenge: "c",
      code_challenge_method: "S256",
      device_name: "mac",
      utm_source: "newsletter",
    });
    expect(request).toMatchObject({
      clientId: "acme",
      redirectUri: "http://127.0.0.1:1/cb",
      responseType: "code",
      scope: "openid email",
      state: "s",
      nonce: "n",
      codeChallenge: "c",
      codeChallengeMethod: "S256",
      deviceName: "mac",
      hasRequestObject: false,
      repeated: [],
    });
    expect(JSON.stringify(request)).not.toContain("newsletter");
  });

  it("takes what is empty as absent", () => {
    const { request } = readAuthorizationQuery({ scope: "", state: ["", "s"], request: "" });
    expect(request).toMatchObject({ state: "s", hasRequestObject: false, repeated: [] });
    expect(request.scope).toBeUndefined();
  });

  it("names what comes twice, and uses neither", () => {
    const { request } = readAuthorizationQuery({
      client_id: ["a", "b"],
      state: ["s", "s"],
      unknown: ["1", "2"],
    });
    expect(request.repeated).toEqual(["client_id", "state"]);
    expect(request.clientId).toBeUndefined();
    expect(request.state).toBeUndefined();
  });

  it("sees a request object by either name", () => {
    expect(readAuthorizationQuery({ request: "ey…" }).request.hasRequestObject).toBe(true);
    expect(readAuthorizationQuery({ request_uri: "urn:x" }).request.hasRequestObject).toBe(true);
  });

  it("gives a path that signing in leads back to, and that reads as the same request", () => {
    const sent = {
      client_id: "acme",
      redirect_uri: "http://127.0.0.1:1/cb?a=b&c",
      state: "ü + 'x\\y\n",
      scope: "a b",
    };
    const { request, path } = readAuthorizationQuery(sent);
    expect(safeNextPath(path)).toBe(path);
    const again = Object.fromEntries(new URL(path, "http://ours.invalid").searchParams);
    expect(readAuthorizationQuery(again).request).toEqual(request);
  });
});
