import type {
  AuthorizeResponse,
  ConfirmationResponse,
  DashboardCodeResponse,
  DeviceItem,
  DeviceResponse,
  IntrospectionResponse,
  KeyResponse,
  MeResponse,
  TokenResponse,
  UserinfoResponse,
} from "../../protocol/index";
import type { ApiFacts } from "./facts";

/** Made up, and plainly so: nothing here can be taken for a code or a key that opens something. */
export const sample = {
  deviceCode: "EXAMPLE-DEVICE-CODE",
  userCode: "WDJB-MJHT",
  cliCode: "K7M2QX",
  apiKey: "alprina_sk_live_EXAMPLE",
  refreshToken: "EXAMPLE-REFRESH-TOKEN",
  authorizationCode: "EXAMPLE-CODE",
  idToken: "EXAMPLE.ID.TOKEN",
  codeVerifier: "EXAMPLE-CODE-VERIFIER-OF-43-TO-128-CHARACTERS",
  codeChallenge: "EXAMPLE-CODE-CHALLENGE-OF-43-CHARACTERS-XXX",
  personId: "usr_ada",
  deviceId: "914cee0b-9861-4f30-bf97-60bcd391f1dd",
  clientId: "alprina-cli",
  redirectUri: "http://127.0.0.1:53682/callback",
  scope: "profile email devices:read devices:write",
} as const;

const user = { id: sample.personId, email: "ada@example.com", full_name: "Ada Lovelace", tier: "none" };
const made = "2026-11-24T09:15:00.000Z";
const ends = "2027-11-24T09:15:00.000Z";
const name = "ada-thinkpad";

export const facts = { device_name: name, device_os: "Ubuntu 24.04", client_version: "2.1.0" };

export const device = {
  id: sample.deviceId,
  name,
  created_at: made,
  last_used: "2026-11-24T10:02:00.000Z",
  status: "active",
  expired: false,
  expires_at: ends,
  revoked_at: null,
  key_start: "alprina_sk_live_EXAM",
  client: sample.clientId,
  client_version: facts.client_version,
  os: facts.device_os,
  ip_address: "203.0.113.24",
} satisfies DeviceItem;

export const key = {
  api_key: sample.apiKey,
  user,
  expires_at: ends,
  device: { id: sample.deviceId, name },
} satisfies KeyResponse;

export const me = {
  user: { ...user, created_at: "2026-10-01T08:00:00.000Z" },
  device: { id: sample.deviceId, name, created_at: made, expires_at: ends },
} satisfies MeResponse;

export const approved = {
  message: "Device authorized successfully",
  user_code: sample.userCode,
} satisfies AuthorizeResponse;

export const started = ({ publicUrl }: ApiFacts) =>
  ({
    device_code: sample.deviceCode,
    user_code: sample.userCode,
    verification_url: `${publicUrl}/authorize`,
    verification_uri: `${publicUrl}/authorize`,
    verification_uri_complete: `${publicUrl}/authorize?user_code=${sample.userCode}`,
    expires_in: 900,
    interval: 5,
  }) satisfies DeviceResponse;

export const confirmation = ({ publicUrl }: ApiFacts) =>
  ({
    device_code: sample.deviceCode,
    interval: 5,
    expires_in: 900,
    verification_uri: `${publicUrl}/settings/devices`,
  }) satisfies ConfirmationResponse;

export const dashboardCode = ({ cliName }: ApiFacts) =>
  ({
    cli_code: sample.cliCode,
    expires_in: 900,
    message: `Enter this code in your CLI: ${cliName} auth login --code ${sample.cliCode}`,
  }) satisfies DashboardCodeResponse;

export const tokens = {
  access_token: sample.apiKey,
  token_type: "Bearer",
  expires_in: 3_600,
  scope: "openid email offline_access",
  refresh_token: sample.refreshToken,
  id_token: sample.idToken,
} satisfies TokenResponse;

export const active = ({ publicUrl }: ApiFacts) =>
  ({
    active: true,
    scope: "email devices:read",
    client_id: sample.clientId,
    username: user.email,
    token_type: "Bearer",
    exp: 1_827_047_700,
    iat: 1_795_511_700,
    sub: sample.personId,
    iss: publicUrl,
    jti: sample.deviceId,
  }) satisfies IntrospectionResponse;

export const claims = {
  sub: sample.personId,
  name: user.full_name,
  email: user.email,
  email_verified: true,
} satisfies UserinfoResponse;
