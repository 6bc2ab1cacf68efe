import { isProductError, type ErrorCode, type ProductError } from "@alprina/api/errors";
import type { ErrorBody, ErrorWord } from "../protocol/index";
import type { RestOptions } from "./options";
import type { PlainReply } from "./plain-reply";
import { WireError } from "./wire-error";

/** How the product's errors read on `/v1`. `null` as detail means the error's own sentence. */
const v1Errors = {
  "authentication-required": { status: 401, error: "unauthorized", detail: "Authorization header required" },
  forbidden: { status: 403, error: "forbidden", detail: null },
  "invalid-input": { status: 422, error: "invalid_request", detail: null },
  "unknown-client": { status: 400, error: "invalid_client", detail: null },
  "client-not-allowed": { status: 400, error: "invalid_client", detail: null },
  "scope-not-allowed": { status: 400, error: "invalid_scope", detail: null },
  "insufficient-scope": { status: 403, error: "forbidden", detail: null },
  "account-locked": { status: 403, error: "forbidden", detail: null },
  "sign-in-too-old": { status: 403, error: "forbidden", detail: null },
  "network-not-trusted": { status: 403, error: "forbidden", detail: null },
  "device-not-found": { status: 404, error: "not_found", detail: "Device not found" },
  "over-budget": { status: 429, error: "rate_limited", detail: null },
  "database-not-configured": {
    status: 503,
    error: "temporarily_unavailable",
    detail: "Database not configured",
  },
  "database-unavailable": { status: 503, error: "temporarily_unavailable", detail: null },
  "identity-provider-unavailable": { status: 503, error: "temporarily_unavailable", detail: null },
} satisfies Record<ErrorCode, { status: number; error: ErrorWord; detail: string | null }>;

const UNAVAILABLE_RETRY_SECONDS = 2;

/** The reply to anything that was thrown; what is ours is logged, and the public reads a sentence. */
export function toReply(
  error: unknown,
  requestId: string,
  { logError }: Pick<RestOptions, "logError">,
): PlainReply {
  const refusal = toWireError(error);
  if (refusal.status >= 500) logError(error, requestId);
  const { detail } = refusal;
  const body: ErrorBody = {
    error: refusal.error,
    error_description: typeof detail === "string" ? detail : (detail.message ?? refusal.error),
    detail,
    ...refusal.extras.body,
  };
  return { status: refusal.status, headers: refusal.extras.headers, body: JSON.stringify(body) };
}

function toWireError(error: unknown): WireError {
  if (error instanceof WireError) return error;
  // What a procedure threw arrives as tRPC's error around ours.
  const reason = isProductError(error) ? error : (error as { cause?: unknown } | null)?.cause;
  if (isProductError(reason)) return fromProduct(reason);
  if ((error as { code?: unknown } | null)?.code === "BAD_REQUEST") {
    return new WireError(422, "invalid_request", "The request does not have the expected form.");
  }
  return new WireError(500, "server_error", "Internal server error");
}

function fromProduct(reason: ProductError): WireError {
  const { status, error, detail } = v1Errors[reason.code];
  const headers: Record<string, string> = {};
  if (status === 401) headers["WWW-Authenticate"] = "Bearer";
  const retryAfter =
    reason.options.retryAfterSeconds ?? (status === 503 ? UNAVAILABLE_RETRY_SECONDS : undefined);
  if (retryAfter !== undefined) headers["Retry-After"] = String(retryAfter);
  return new WireError(status, error, detail ?? reason.message, { headers });
}
