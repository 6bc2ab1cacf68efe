import { z } from "zod";

/** `POST /v1/auth/device`. Times in whole seconds. */
export const deviceResponse = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_url: z.string(),
  verification_uri: z.string(),
  verification_uri_complete: z.string(),
  expires_in: z.number().int(),
  interval: z.number().int(),
});
export type DeviceResponse = z.infer<typeof deviceResponse>;

export const person = z.object({
  id: z.string(),
  email: z.string(),
  full_name: z.string().nullable(),
  tier: z.string(),
});

/** `POST /v1/auth/device/token` and `POST /v1/auth/cli-verify`. Instants are RFC 3339 in UTC. */
export const keyResponse = z.object({
  api_key: z.string(),
  user: person,
  expires_at: z.string(),
  device: z.object({ id: z.string(), name: z.string() }),
});
export type KeyResponse = z.infer<typeof keyResponse>;

/** `POST /v1/auth/cli-verify` with `confirm: true`, status 202. */
export const confirmationResponse = z.object({
  device_code: z.string(),
  interval: z.number().int(),
  expires_in: z.number().int(),
  verification_uri: z.string(),
});
export type ConfirmationResponse = z.infer<typeof confirmationResponse>;

/** `POST /v1/auth/device/authorize`. */
export const authorizeResponse = z.object({ message: z.string(), user_code: z.string() });
export type AuthorizeResponse = z.infer<typeof authorizeResponse>;

/** `POST /v1/auth/dashboard-code`. */
export const dashboardCodeResponse = z.object({
  cli_code: z.string(),
  expires_in: z.number().int(),
  message: z.string(),
});
export type DashboardCodeResponse = z.infer<typeof dashboardCodeResponse>;

/** One of `GET /v1/auth/devices`. A key past its time reads as `revoked`, with `expired: true`. */
export const deviceItem = z.object({
  id: z.string(),
  name: z.string(),
  created_at: z.string(),
  last_used: z.string().nullable(),
  status: z.enum(["active", "revoked"]),
  expired: z.boolean(),
  expires_at: z.string(),
  revoked_at: z.string().nullable(),
  key_start: z.string(),
  client: z.string(),
  client_version: z.string().nullable(),
  os: z.string().nullable(),
  ip_address: z.string().nullable(),
});
export type DeviceItem = z.infer<typeof deviceItem>;

/** `GET /v1/auth/me`. */
export const meResponse = z.object({
  user: person.extend({ created_at: z.string() }),
  device: z.object({ id: z.string(), name: z.string(), created_at: z.string(), expires_at: z.string() }),
});
export type MeResponse = z.infer<typeof meResponse>;
