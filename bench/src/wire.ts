import { requestBytes } from "./load/connection";
import type { LoadJob } from "./load/job";

/** The requests of the bench, once as jobs for the load and once as bytes. */

const JSON_BODY = { "Content-Type": "application/json" };
const FORM_BODY = { "Content-Type": "application/x-www-form-urlencoded" };
export const OWN = "alprina-cli";
export const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

type Shape = Pick<LoadJob, "method" | "path" | "headers" | "body">;

export const pollV1: Shape = {
  method: "POST",
  path: "/v1/auth/device/token",
  headers: JSON_BODY,
  body: JSON.stringify({ device_code: "{}" }),
};

/** RFC 8628 §3.4, as any OAuth server takes it. */
export const pollForm = (path: string): Shape => ({
  method: "POST",
  path,
  headers: FORM_BODY,
  body: `${new URLSearchParams({ grant_type: DEVICE_GRANT, client_id: OWN }).toString()}&device_code={}`,
});
export const pollOAuth = pollForm("/oauth/token");

/** The same in the dialect of better-auth, whose endpoints take JSON. */
export const pollBetterAuth: Shape = {
  method: "POST",
  path: "/api/auth/device/token",
  headers: JSON_BODY,
  body: JSON.stringify({ grant_type: DEVICE_GRANT, client_id: OWN, device_code: "{}" }),
};

export const verifyV1: Shape = {
  method: "GET",
  path: "/v1/auth/me",
  headers: { Authorization: "Bearer {}" },
};
export const verifyBetterAuth: Shape = { ...verifyV1, path: "/verify" };

/** RFC 7662, asked by a resource server. */
export const introspect = (basic: string): Shape => ({
  method: "POST",
  path: "/oauth/introspect",
  headers: { ...FORM_BODY, Authorization: basic },
  body: "token={}",
});

/** One request of this shape. */
export function bytesOf(shape: Shape, value: string, more: Record<string, string> = {}): Buffer {
  const headers = Object.fromEntries(
    Object.entries({ ...shape.headers, ...more }).map(([name, text]) => [name, text.replace("{}", value)]),
  );
  return requestBytes(shape.method, shape.path, { headers, body: shape.body?.replace("{}", value) });
}

/** What answers one request of this shape. */
export async function askOnce(url: string, { method, path, headers, body }: Shape, value: string) {
  const reply = await fetch(url + path, {
    method,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, text]) => [name, text.replace("{}", value)]),
    ),
    ...(body !== undefined && { body: body.replace("{}", value) }),
  });
  return { status: reply.status, body: await reply.text() };
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  requestBytes("POST", path, { headers: { ...JSON_BODY, ...headers }, body: JSON.stringify(body) });

export const startV1 = (headers?: Record<string, string>) =>
  post("/v1/auth/device", { device_name: "bench" }, headers);

export const approveV1 = (userCode: string, token: string, headers: Record<string, string> = {}) =>
  post(
    "/v1/auth/device/authorize",
    { user_code: userCode },
    { Authorization: `Bearer ${token}`, ...headers },
  );

export const startOidc = () =>
  requestBytes("POST", "/device/auth", { headers: FORM_BODY, body: `client_id=${OWN}&scope=openid` });

export const startBetterAuth = () => post("/api/auth/device/code", { client_id: OWN });
