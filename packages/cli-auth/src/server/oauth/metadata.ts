import { allScopes } from "@alprina/api";
import { oauthGrants, oauthPaths, type ServerMetadata } from "../../protocol/index";
import type { RestOptions } from "../options";

const AUTH_METHODS = ["none", "client_secret_basic", "client_secret_post"];

/** Both well-known documents: where everything is and what it can do (RFC 8414 §2, OpenID Connect Discovery §3). */
export function metadata({ publicUrl }: Pick<RestOptions, "publicUrl">): ServerMetadata {
  return {
    issuer: publicUrl,
    authorization_endpoint: publicUrl + oauthPaths.authorize,
    device_authorization_endpoint: publicUrl + oauthPaths.deviceAuthorization,
    token_endpoint: publicUrl + oauthPaths.token,
    revocation_endpoint: publicUrl + oauthPaths.revoke,
    introspection_endpoint: publicUrl + oauthPaths.introspect,
    userinfo_endpoint: publicUrl + oauthPaths.userinfo,
    jwks_uri: publicUrl + oauthPaths.jwks,
    service_documentation: `${publicUrl}/docs/api`,
    scopes_supported: allScopes,
    claims_supported: [
      "iss",
      "sub",
      "aud",
      "exp",
      "iat",
      "nonce",
      "at_hash",
      "name",
      "email",
      "email_verified",
    ],
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: Object.values(oauthGrants),
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: AUTH_METHODS,
    revocation_endpoint_auth_methods_supported: AUTH_METHODS,
    introspection_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  };
}
