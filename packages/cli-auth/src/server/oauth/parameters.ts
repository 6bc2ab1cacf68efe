import type { z } from "zod";
import { readBody } from "../body";
import { invalidRequest } from "./oauth-error";

/** RFC 6749 §2.3.1 and §3.2: these never travel in a URL, where logs and histories keep them. */
const SECRETS = [
  "client_secret",
  "code",
  "code_verifier",
  "device_code",
  "refresh_token",
  "access_token",
  "token",
];

/**
 * The parameters of a call (RFC 6749 §3.2). An empty one is as good as absent, an unknown one is passed over, and
 * one that comes twice is refused.
 * @throws OAuthError `invalid_request` that names the parameter.
 */
export async function readParameters<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  return checkParameters(await sentParameters(request), schema);
}

/** Every parameter of the body that says something. */
export async function sentParameters(request: Request): Promise<Record<string, unknown>> {
  refuseSecretsInUrl(request);
  return parametersOf(await readBody(request));
}

/** Those of the fields that say something. */
export function parametersOf(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}

/** @throws OAuthError `invalid_request` that names the parameter. */
export function checkParameters<Schema extends z.ZodType>(
  sent: Record<string, unknown>,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => {
    const name = path.join(".");
    return sent[name] === undefined ? `${name} is missing` : `${name}: ${message}`;
  });
  throw invalidRequest(`${issues.join("; ")}.`);
}

/** @throws OAuthError `invalid_request` for a code or a token in the query. */
function refuseSecretsInUrl(request: Request): void {
  const { searchParams } = new URL(request.url);
  const name = SECRETS.find((secret) => searchParams.has(secret));
  if (name) throw invalidRequest(`${name} must never stand in a URL. Send it in the body.`);
}
