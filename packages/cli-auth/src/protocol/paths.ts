/** Where each call lives, from the server's origin. */
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
