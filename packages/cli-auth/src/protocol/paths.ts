/** Where each call of `/v1` lives, from the server's origin. */
export const paths = {
  device: "/v1/auth/device",
  deviceToken: "/v1/auth/device/token",
  deviceAuthorize: "/v1/auth/device/authorize",
  dashboardCode: "/v1/auth/dashboard-code",
  cliVerify: "/v1/auth/cli-verify",
  devices: "/v1/auth/devices",
  me: "/v1/auth/me",
  logout: "/v1/auth/logout",
} as const;

/** The same for `/oauth`, which discovery names too. */
export const oauthPaths = {
  authorizationServerMetadata: "/.well-known/oauth-authorization-server",
  openidConfiguration: "/.well-known/openid-configuration",
  deviceAuthorization: "/oauth/device_authorization",
  token: "/oauth/token",
  authorize: "/oauth/authorize",
  revoke: "/oauth/revoke",
  introspect: "/oauth/introspect",
  userinfo: "/oauth/userinfo",
  jwks: "/oauth/jwks",
} as const;

export const oauthGrants = {
  deviceCode: "urn:ietf:params:oauth:grant-type:device_code",
  authorizationCode: "authorization_code",
  refreshToken: "refresh_token",
} as const;
