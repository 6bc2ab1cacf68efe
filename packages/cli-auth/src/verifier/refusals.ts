import type { OAuthErrorWord } from "../protocol";

/** A refusal as it goes over the wire: three fields that every framework can send. */
export interface KeyRefusal {
  status: 401 | 403 | 503;
  headers: Record<string, string>;
  /** JSON: `error` and `error_description`. */
  body: string;
}

/** RFC 6750 §3: whoever brought nothing is told the scheme and no error. */
export function refuseWithoutKey(): KeyRefusal {
  return refuse(401, "invalid_token", "Send Authorization: Bearer with an API key.", {
    "WWW-Authenticate": "Bearer",
  });
}

/** RFC 6750 §3.1. Revoked, expired, never issued: which of them is nobody's business here. */
export function refuseInvalidKey(): KeyRefusal {
  return refuse(401, "invalid_token", "This API key is not good, or not any more.", {
    "WWW-Authenticate": 'Bearer error="invalid_token"',
  });
}

/** RFC 6750 §3.1: `scope` names all that the call needs, so that a client can ask for it. */
export function refuseScope(needed: readonly string[]): KeyRefusal {
  const scope = needed.join(" ");
  return refuse(403, "insufficient_scope", `This call needs an API key with: ${scope}.`, {
    "WWW-Authenticate": `Bearer error="insufficient_scope", scope="${scope}"`,
  });
}

/** The key may be good, so this is no 401: a client would throw its key away. Why is for the log alone. */
export function refuseUnverified(retryAfterSeconds = 2): KeyRefusal {
  return refuse(503, "temporarily_unavailable", "API keys cannot be verified at the moment.", {
    "Retry-After": String(Math.ceil(retryAfterSeconds)),
  });
}

function refuse(
  status: KeyRefusal["status"],
  error: OAuthErrorWord,
  error_description: string,
  headers: Record<string, string>,
): KeyRefusal {
  return {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers },
    body: JSON.stringify({ error, error_description }),
  };
}
