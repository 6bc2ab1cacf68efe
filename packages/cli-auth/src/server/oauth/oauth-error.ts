import { isProductError, type ErrorCode, type ProductError } from "@alprina/api/errors";
import type { OAuthErrorBody, OAuthErrorWord } from "../../protocol/index";
import type { RestOptions } from "../options";
import type { PlainReply } from "../plain-reply";
import { WireError } from "../wire-error";

/** A refusal of `/oauth/*`, in RFC 6749 §5.2's form. */
export class OAuthError extends Error {
  override name = "OAuthError";

  constructor(
    readonly status: number,
    readonly error: OAuthErrorWord,
    readonly description: string,
    readonly extras: { headers?: Record<string, string>; interval?: number } = {},
  ) {
    super(description);
  }
}

export function invalidRequest(description: string): OAuthError {
  return new OAuthError(400, "invalid_request", description);
}

/** RFC 6749 §5.2: 401, and the scheme by which a client may prove itself. */
export function invalidClient(description: string): OAuthError {
  return new OAuthError(401, "invalid_client", description, {
    headers: { "WWW-Authenticate": 'Basic realm="oauth", charset="UTF-8"' },
  });
}

/** How the product's errors read on `/oauth`. */
const oauthErrors = {
  "authentication-required": { status: 401, error: "invalid_token" },
  forbidden: { status: 403, error: "access_denied" },
  "invalid-input": { status: 400, error: "invalid_request" },
  "unknown-client": { status: 401, error: "invalid_client" },
  "client-not-allowed": { status: 400, error: "unauthorized_client" },
  "scope-not-allowed": { status: 400, error: "invalid_scope" },
  "insufficient-scope": { status: 403, error: "insufficient_scope" },
  "account-locked": { status: 403, error: "access_denied" },
  "sign-in-too-old": { status: 403, error: "access_denied" },
  "network-not-trusted": { status: 403, error: "access_denied" },
  "device-not-found": { status: 400, error: "invalid_request" },
  "over-budget": { status: 429, error: "temporarily_unavailable" },
  "identity-provider-unavailable": { status: 503, error: "temporarily_unavailable" },
  "database-not-configured": { status: 503, error: "temporarily_unavailable" },
  "database-unavailable": { status: 503, error: "temporarily_unavailable" },
} satisfies Record<ErrorCode, { status: number; error: OAuthErrorWord }>;

const UNAVAILABLE_RETRY_SECONDS = 2;

/** The reply to anything that was thrown on `/oauth/*`; what is ours is logged, and the public reads a sentence. */
export function toOAuthReply(
  error: unknown,
  requestId: string,
  { logError }: Pick<RestOptions, "logError">,
): PlainReply {
  const refusal = toOAuthError(error);
  if (refusal.status >= 500) logError(error, requestId);
  const body: OAuthErrorBody = {
    error: refusal.error,
    error_description: plain(refusal.description),
    ...(refusal.extras.interval !== undefined && { interval: refusal.extras.interval }),
  };
  return { status: refusal.status, headers: refusal.extras.headers, body: JSON.stringify(body) };
}

function toOAuthError(error: unknown): OAuthError {
  if (error instanceof OAuthError) return error;
  if (error instanceof WireError) return fromWire(error);
  const reason = isProductError(error) ? error : (error as { cause?: unknown } | null)?.cause;
  if (isProductError(reason)) return fromProduct(reason);
  if ((error as { code?: unknown } | null)?.code === "BAD_REQUEST") {
    return invalidRequest("A parameter does not have the expected form.");
  }
  return new OAuthError(500, "server_error", "Internal server error");
}

function fromProduct(reason: ProductError): OAuthError {
  const { status, error } = oauthErrors[reason.code];
  if (error === "invalid_client") return invalidClient(reason.message);
  const retryAfter =
    reason.options.retryAfterSeconds ?? (status === 503 ? UNAVAILABLE_RETRY_SECONDS : undefined);
  const headers = retryAfter === undefined ? undefined : { "Retry-After": String(retryAfter) };
  return new OAuthError(status, error, reason.message, { headers });
}

/** What reading a body or finding a route refuses is the same on both dialects; only the words differ. */
function fromWire({ status, message, extras }: WireError): OAuthError {
  // RFC 6749 knows 400 for everything that is wrong with a body; 404, 405 and 413 are HTTP's own.
  const said = status === 422 || status === 415 ? 400 : status;
  return new OAuthError(said, "invalid_request", message, { headers: extras.headers });
}

/** RFC 6749 §5.2 allows neither quotes nor backslashes, and ASCII only. */
function plain(description: string): string {
  return description.replace(/"/g, "'").replace(/[^\u0020-\u007e]|\\/g, "?");
}
