import type {
  ConfirmationResponse,
  DeviceAuthorizationResponse,
  DeviceItem,
  DeviceResponse,
  ErrorBody,
  KeyResponse,
  MeResponse,
  ServerMetadata,
  TokenResponse,
} from "../protocol";
import {
  boolean,
  either,
  integer,
  list,
  literal,
  nullable,
  number,
  object,
  optional,
  type Shape,
  string,
} from "./shape";

/** The replies that this client reads, by the names of ../protocol. Types hold the fields, a test the rest. */

export const deviceResponse: Shape<DeviceResponse> = object<DeviceResponse>({
  device_code: string,
  user_code: string,
  verification_url: string,
  verification_uri: string,
  verification_uri_complete: string,
  expires_in: integer,
  interval: integer,
});

export const deviceAuthorizationResponse = object<DeviceAuthorizationResponse>({
  device_code: string,
  user_code: string,
  verification_uri: string,
  verification_uri_complete: string,
  expires_in: integer,
  interval: integer,
});

export const keyResponse = object<KeyResponse>({
  api_key: string,
  user: object({ id: string, email: string, full_name: nullable(string), tier: string }),
  expires_at: string,
  device: object({ id: string, name: string }),
});

export const confirmationResponse = object<ConfirmationResponse>({
  device_code: string,
  interval: integer,
  expires_in: integer,
  verification_uri: string,
});

export const deviceItem = object<DeviceItem>({
  id: string,
  name: string,
  created_at: string,
  last_used: nullable(string),
  status: literal("active", "revoked"),
  expired: boolean,
  expires_at: string,
  revoked_at: nullable(string),
  key_start: string,
  client: string,
  client_version: nullable(string),
  os: nullable(string),
  ip_address: nullable(string),
});

export const deviceItems = list(deviceItem);

export const meResponse = object<MeResponse>({
  user: object({ id: string, email: string, full_name: nullable(string), tier: string, created_at: string }),
  device: object({ id: string, name: string, created_at: string, expires_at: string }),
});

export const tokenResponse = object<TokenResponse>({
  access_token: string,
  token_type: literal("Bearer"),
  expires_in: integer,
  scope: string,
  refresh_token: optional(string),
  id_token: optional(string),
});

type Endpoints = Pick<
  ServerMetadata,
  "issuer" | "authorization_endpoint" | "device_authorization_endpoint" | "token_endpoint"
> &
  Partial<Pick<ServerMetadata, "authorization_response_iss_parameter_supported">>;

/** Of discovery, what a login needs; the rest may be as it likes. */
export const serverMetadata: Shape<Endpoints> = object<Endpoints>({
  issuer: string,
  authorization_endpoint: string,
  device_authorization_endpoint: string,
  token_endpoint: string,
  authorization_response_iss_parameter_supported: optional(boolean),
});

type Detail = Exclude<NonNullable<ErrorBody["detail"]>, string>;

export const errorBody = object<Pick<ErrorBody, "error" | "error_description" | "detail" | "interval">>({
  error: string,
  error_description: optional(string),
  detail: optional(
    either(
      string,
      object<Pick<Detail, "error" | "message" | "hint">>(
        { error: optional(string), message: optional(string), hint: optional(string) },
        { loose: true },
      ),
    ),
  ),
  interval: optional(number),
});
