import { z } from "zod";

/** The words that may stand in `error` of `/v1`: RFC 8628 §3.5, RFC 6749 §5.2, and ours for what those leave open. */
export const errorWords = [
  "authorization_pending",
  "slow_down",
  "expired_token",
  "access_denied",
  "invalid_grant",
  "invalid_client",
  "invalid_scope",
  "invalid_request",
  "not_found",
  "unauthorized",
  "forbidden",
  "confirmation_required",
  "rate_limited",
  "method_not_allowed",
  "request_too_large",
  "unsupported_media_type",
  "temporarily_unavailable",
  "server_error",
] as const;

export type ErrorWord = (typeof errorWords)[number];

/** Why a key was not taken, in `detail.error` of a 401 from `/v1/auth/me` and `/v1/auth/logout`. */
export const keyErrorWords = [
  "missing_authorization",
  "invalid_authorization_format",
  "invalid_api_key",
] as const;

export type KeyErrorWord = (typeof keyErrorWords)[number];

/**
 * Every refusal. `error` and `error_description` are for RFC 8628 clients; `detail` is what command lines in
 * the field read, a sentence or an object by the call's own table. Unknown words are let through, so that an
 * old client can still show a new server's sentence.
 */
export const errorBody = z.looseObject({
  error: z.string(),
  error_description: z.string().optional(),
  detail: z
    .union([
      z.string(),
      z.looseObject({
        error: z.string().optional(),
        message: z.string().optional(),
        hint: z.string().optional(),
      }),
    ])
    .optional(),
  /** With `slow_down`: seconds to wait between polls from now on. */
  interval: z.number().optional(),
});

export type ErrorBody = z.infer<typeof errorBody>;
