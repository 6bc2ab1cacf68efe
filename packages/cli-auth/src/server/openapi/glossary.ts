/**
 * What each field of the wire means, once: the same word means the same thing in every body. `Schema.field` speaks of
 * one body alone.
 */
export const glossary: Record<string, string> = {
  // Who asks.
  client_id: "The program that asks.",
  "DeviceRequest.client_id": "The program that asks; absent or unknown means the server's own command line.",
  client_secret: "The secret of a confidential client, when it does not come by HTTP Basic.",
  scope: "Names of scopes with spaces between, in any order.",
  "TokenResponse.scope": "What was granted, which may be less than was asked for.",
  "IntrospectionResponse.scope": "What was granted to this token.",
  device_name:
    "What this machine is called. A person reads it before they approve, and in their list of devices.",
  device_os: "The operating system, for a person to read.",
  client_version: "The version of the command line, for a person to read.",

  // Codes.
  device_code: "The secret half of a login. Keep it in the command line, and poll with it.",
  user_code: "The half that a person compares and types, as `XXXX-XXXX`.",
  "DeviceAuthorizeRequest.user_code":
    "The code as the person typed it: any case, with or without dash and spaces.",
  "AuthorizeResponse.user_code": "The code, spelled as it was sent.",
  cli_code: "A one-time code that the website shows and a person types into the command line.",
  "CliVerifyRequest.cli_code":
    "The code as the person typed it: any case, with or without dashes and spaces.",
  confirm: "`true` offers to wait until the person clicks _Connect_ on the page that shows the code.",
  code: "The authorization code from the redirect. It works once.",
  code_challenge: "PKCE: the base64url SHA-256 of a `code_verifier` that only the client knows.",
  code_challenge_method: "How the challenge was made: `S256` is the only way.",
  code_verifier: "PKCE: the secret that the challenge was made of, 43 to 128 characters.",
  redirect_uri: "The same address that the authorization request named.",
  grant_type: "Which kind of grant is brought.",
  verification_url: "Where the person goes; the same as `verification_uri`.",
  verification_uri: "Where the person goes to decide.",
  verification_uri_complete: "The same with the user code filled in, for a link or a QR code.",
  expires_in: "Seconds until it ends.",
  interval: "Seconds to wait between two polls.",
  "Error.interval": "With `slow_down`: seconds to wait between two polls from now on.",
  "OAuthError.interval": "With `slow_down`: seconds to wait between two polls from now on.",

  // Keys and tokens.
  api_key: "The key. It is shown this once, and stored here as a hash only.",
  access_token: "An API key, for `Authorization: Bearer`.",
  token_type: "Always `Bearer`.",
  refresh_token: "Gets the next key when this one ends. It changes with every use.",
  id_token: "Who approved, signed (RS256): with the scope `openid`.",
  token: "An API key or a refresh token.",
  "IntrospectionResponse.token": "The API key that a caller showed.",
  token_type_hint: "Taken and not needed: the token says itself what it is.",
  active: "Whether the token opens anything now.",
  username: "The person's e-mail address, with the scope `email`.",
  exp: "When the key ends, in seconds since 1970.",
  iat: "When the key was made, in seconds since 1970.",
  sub: "The person's id. It never changes.",
  iss: "This server.",
  jti: "The device's id.",

  // People.
  user: "Who approved.",
  id: "A stable id.",
  email: "The e-mail address; empty when the person withheld it.",
  "DeviceAuthorizeRequest.email": "Taken and ignored: who is signed in counts.",
  "UserinfoResponse.email": "The e-mail address, with the scope `email`.",
  email_verified: "Whether the address was confirmed.",
  full_name: "The name, or null.",
  "DeviceAuthorizeRequest.full_name": "Taken and ignored: who is signed in counts.",
  stack_user_id:
    "Compared with who is signed in, and refused when it is somebody else. It is never a credential.",
  tier: "The plan of the account; `none` when there are no plans.",
  "UserinfoResponse.name": "The name, with the scope `profile`.",
  message: "A sentence for the person.",
  hint: "What to do about it.",

  // Devices.
  device: "The device that the key makes.",
  name: "What the person calls this device.",
  created_at: "When it began (RFC 3339, UTC).",
  last_used: "The last use, exact to a minute; null before the first.",
  status: "What it is now.",
  "Device.status": "`active` while the key works, else `revoked`; see `expired`.",
  expired: "The key ran out by itself.",
  expires_at: "When the key ends (RFC 3339, UTC).",
  revoked_at: "When somebody revoked it, else null.",
  key_start: "The visible start of the key, to tell keys apart.",
  client: "The program that the key was given to.",
  os: "The operating system that it named.",
  ip_address: "The address that the login came from.",

  // Refusals.
  error: "One word for a program to branch on.",
  error_description: "A sentence for a person.",
  detail: "The same for command lines in the field: a sentence, or an object with `error` and `message`.",

  // Keys that ID tokens are signed with.
  keys: "The public keys. Tokens name theirs by `kid`.",
  kty: "The kind of key.",
  kid: "The name that stands in the head of an ID token.",
  use: "For signatures.",
  alg: "The algorithm.",

  // Discovery.
  issuer: "This server: what stands in `iss`.",
  authorization_endpoint: "Where a browser is sent.",
  device_authorization_endpoint: "Where a device login starts.",
  token_endpoint: "Where a grant becomes a key.",
  revocation_endpoint: "Where a token ends.",
  introspection_endpoint: "Where an API asks about a token.",
  userinfo_endpoint: "Who a token speaks for.",
  jwks_uri: "The keys that ID tokens are signed with.",
  service_documentation: "The page for people.",
  scopes_supported: "Every scope there is.",
  claims_supported: "What an ID token may say.",
  response_types_supported: "What the authorization endpoint answers with.",
  response_modes_supported: "How it answers.",
  grant_types_supported: "Every kind of grant that the token endpoint takes.",
  subject_types_supported: "A person has the same `sub` for every client.",
  id_token_signing_alg_values_supported: "How ID tokens are signed.",
  token_endpoint_auth_methods_supported: "How a client proves itself for a token.",
  revocation_endpoint_auth_methods_supported: "How a client proves itself to end one.",
  introspection_endpoint_auth_methods_supported: "How a resource server proves itself.",
  code_challenge_methods_supported: "How a PKCE challenge is made.",
  authorization_response_iss_parameter_supported: "The redirect names this server in `iss` (RFC 9207).",
  claims_parameter_supported: "Single claims cannot be asked for.",
  request_parameter_supported: "Request objects are not taken.",
  request_uri_parameter_supported: "Nor are addresses of them.",
};
