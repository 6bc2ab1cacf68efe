import { describe, expect, it } from "vitest";
import { call } from "../support/call";
import { hosts } from "../support/hosts";
import { expectOAuthRefusal } from "../support/oauth";

const documents = ["/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"];

/** Contract §3, first row: RFC 8414 and OpenID Connect Discovery. */
describe.each(hosts)("$kind: the well-known documents", (host) => {
  it("say where everything is, both the same", async () => {
    for (const path of documents) {
      const reply = await call(host, "GET", path);
      expect(reply.status).toBe(200);
      expect(reply.body).toMatchObject({
        issuer: host.url,
        authorization_endpoint: `${host.url}/oauth/authorize`,
        device_authorization_endpoint: `${host.url}/oauth/device_authorization`,
        token_endpoint: `${host.url}/oauth/token`,
        revocation_endpoint: `${host.url}/oauth/revoke`,
        introspection_endpoint: `${host.url}/oauth/introspect`,
        userinfo_endpoint: `${host.url}/oauth/userinfo`,
        jwks_uri: `${host.url}/oauth/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        token_endpoint_auth_methods_supported: ["none", "client_secret_basic", "client_secret_post"],
        grant_types_supported: [
          ...["urn:ietf:params:oauth:grant-type:device_code", "authorization_code", "refresh_token"],
        ],
        code_challenge_methods_supported: ["S256"],
        authorization_response_iss_parameter_supported: true,
        // OpenID Connect Discovery §3 would have it true where it is not said.
        request_uri_parameter_supported: false,
      });
      const { scopes_supported, claims_supported } = reply.body as Record<string, string[]>;
      expect(scopes_supported).toEqual(expect.arrayContaining(["openid", "offline_access"]));
      expect(claims_supported).toEqual(expect.arrayContaining(["sub", "iss", "email"]));
    }
  });

  it.each([
    { path: documents[0] ?? "", allow: ["GET", "HEAD"] },
    { path: documents[1] ?? "", allow: ["GET", "HEAD"] },
    { path: "/oauth/jwks", allow: ["GET", "HEAD"] },
    { path: "/oauth/userinfo", allow: ["GET", "HEAD", "POST"] },
    { path: "/oauth/token", allow: ["POST"] },
    { path: "/oauth/device_authorization", allow: ["POST"] },
    { path: "/oauth/revoke", allow: ["POST"] },
    { path: "/oauth/introspect", allow: ["POST"] },
  ])("$path answers other methods with 405 and Allow", async ({ path, allow }) => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      if (allow.includes(method)) continue;
      const reply = await call(host, method, path);
      expect(reply.headers.allow?.split(", ").sort()).toEqual([...allow].sort());
      expectOAuthRefusal(reply, 405, "invalid_request");
    }
  });

  it("answer with a slash at their end too, since clients do not follow redirects", async () => {
    for (const path of documents) expect((await call(host, "GET", `${path}/`)).status).toBe(200);
    expectOAuthRefusal(await call(host, "POST", "/oauth/token/"), 400, "invalid_request");
  });

  it("have neighbours that are not there", async () => {
    for (const path of ["/.well-known/nothing", "/oauth/nothing", "/oauth/token/more"]) {
      expect((await call(host, "GET", path)).status).toBe(404);
    }
  });
});
