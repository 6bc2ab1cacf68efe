import { z } from "zod";

/** The wire of `/oauth/*`: the RFCs' names, and nothing of ours but `device_name`, `device_os`, `client_version`. */

/** RFC 6749 §5.2, RFC 8628 §3.5, RFC 7009 §2.2.1, RFC 6750 §3.1. */
export const oauthErrorWords = [
  "invalid_request",
  "invalid_client",
  "invalid_grant",
  "unauthorized_client",
  "unsupported_grant_type",
  "invalid_scope",
  "authorization_pending",
  "slow_down",
  "access_denied",
  "expired_token",
  "invalid_token",
  "insufficient_scope",
  "temporarily_unavailable",
  "server_error",
] as const;

export type OAuthErrorWord = (typeof oauthErrorWords)[number];

/** Every refusal. `interval` stands with `slow_down`: seconds to wait between polls from now on. */
export const oauthErrorBody = z.object({
  error: z.enum(oauthErrorWords),
  error_description: z.string(),
  interval: z.number().int().optional(),
});
export type OAuthErrorBody = z.infer<typeof oauthErrorBody>;

const MAX_LENGTH = 4_096;
const parameter = z.string().max(MAX_LENGTH, `must be at most ${MAX_LENGTH} characters`);
const fact = z.string().max(200, "must be at most 200 characters").optional();
const required = parameter.min(1);

/** Who calls: in the body, unless it stands in an `Authorization: Basic` header (RFC 6749 §2.3.1). */
const client = { client_id: fact, client_secret: parameter.optional() };
const deviceFacts = { device_name: fact, device_os: fact, client_version: fact };

/** `POST /oauth/device_authorization` (RFC 8628 §3.1, with PKCE for clients that bring it). */
export const deviceAuthorizationRequest = z.object({
  ...client,
  scope: parameter.optional(),
  code_challenge: parameter.optional(),
  code_challenge_method: parameter.optional(),
  ...deviceFacts,
});

export const deviceAuthorizationResponse = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  verification_uri_complete: z.string(),
  expires_in: z.number().int(),
  interval: z.number().int(),
});
export type DeviceAuthorizationResponse = z.infer<typeof deviceAuthorizationResponse>;

/** `POST /oauth/token`, by `grant_type`. */
export const tokenRequest = z.object({ ...client, grant_type: required });
/** RFC 8628 §3.4. */
export const deviceCodeTokenRequest = z.object({
  ...client,
  device_code: required,
  code_verifier: parameter.optional(),
});
/** RFC 6749 §4.1.3, RFC 7636 §4.5. */
export const authorizationCodeTokenRequest = z.object({
  ...client,
  code: required,
  redirect_uri: parameter.optional(),
  code_verifier: parameter.optional(),
});
/** RFC 6749 §6. */
export const refreshTokenRequest = z.object({
  ...client,
  refresh_token: required,
  scope: parameter.optional(),
});

/** RFC 6749 §5.1. `access_token` is an API key; `expires_in` in seconds; `scope` is what was granted. */
export const tokenResponse = z.object({
  access_token: z.string(),
  token_type: z.literal("Bearer"),
  expires_in: z.number().int(),
  scope: z.string(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
});
export type TokenResponse = z.infer<typeof tokenResponse>;

/** `POST /oauth/revoke` (RFC 7009 §2.1) and `POST /oauth/introspect` (RFC 7662 §2.1). */
export const tokenCallRequest = z.object({
  ...client,
  token: required,
  token_type_hint: parameter.optional(),
});

/** RFC 7662 §2.2. Times in seconds since 1970. */
export const introspectionResponse = z.union([
  z.object({
    active: z.literal(true),
    scope: z.string(),
    client_id: z.string(),
    username: z.string().optional(),
    token_type: z.literal("Bearer"),
    exp: z.number().int(),
    iat: z.number().int(),
    sub: z.string(),
    iss: z.string(),
    jti: z.string(),
  }),
  z.object({ active: z.literal(false) }),
]);
export type IntrospectionResponse = z.infer<typeof introspectionResponse>;

/** `GET /oauth/userinfo` (OpenID Connect Core §5.3). */
export const userinfoResponse = z.object({
  sub: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});
export type UserinfoResponse = z.infer<typeof userinfoResponse>;

/** `GET /oauth/jwks` (RFC 7517 §5). */
export const jwksResponse = z.object({
  keys: z.array(
    z.looseObject({ kty: z.literal("RSA"), kid: z.string(), use: z.literal("sig"), alg: z.literal("RS256") }),
  ),
});

/** Both documents of RFC 8414 §2 and OpenID Connect Discovery §3. */
export const serverMetadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  device_authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  revocation_endpoint: z.string(),
  introspection_endpoint: z.string(),
  userinfo_endpoint: z.string(),
  jwks_uri: z.string(),
  service_documentation: z.string(),
  scopes_supported: z.array(z.string()),
  claims_supported: z.array(z.string()),
  response_types_supported: z.array(z.string()),
  response_modes_supported: z.array(z.string()),
  grant_types_supported: z.array(z.string()),
  subject_types_supported: z.array(z.string()),
  id_token_signing_alg_values_supported: z.array(z.string()),
  token_endpoint_auth_methods_supported: z.array(z.string()),
  revocation_endpoint_auth_methods_supported: z.array(z.string()),
  introspection_endpoint_auth_methods_supported: z.array(z.string()),
  code_challenge_methods_supported: z.array(z.string()),
  authorization_response_iss_parameter_supported: z.boolean(),
  claims_parameter_supported: z.boolean(),
  request_parameter_supported: z.boolean(),
  request_uri_parameter_supported: z.boolean(),
});
export type ServerMetadata = z.infer<typeof serverMetadata>;

/** `GET /oauth/authorize` (RFC 6749 §4.1.1): what may stand in its query. */
export const authorizeParameters = [
  ...["client_id", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "prompt"],
  ...["code_challenge", "code_challenge_method", "request", "request_uri"],
  ...["device_name", "device_os", "client_version"],
] as const;
