import type { Said } from "./fake-server";

/** The contract's bodies, word for word. */
export const API_KEY = "alprina_sk_live_0000000000000000000000000000000000000000000";

export const started: Said = {
  status: 200,
  body: {
    device_code: "c2VjcmV0LWRldmljZS1jb2Rl",
    user_code: "WDJB-MJHT",
    verification_url: "http://localhost:3000/authorize",
    verification_uri: "http://localhost:3000/authorize",
    verification_uri_complete: "http://localhost:3000/authorize?user_code=WDJB-MJHT",
    expires_in: 900,
    interval: 5,
  },
};

export const approved: Said = {
  status: 200,
  body: {
    api_key: API_KEY,
    user: { id: "u1", email: "ada@example.com", full_name: "Ada Lovelace", tier: "none" },
    expires_at: "2027-11-23T19:00:00.000Z",
    device: { id: "d1", name: "ada-thinkpad" },
  },
};

export const pending = refusal(400, "authorization_pending", {
  error: "authorization_pending",
  message: "User hasn't authorized yet. Keep polling.",
});

export const expired = refusal(400, "expired_token", {
  error: "expired_token",
  message: "Device code has expired. Please request a new one.",
});

export const denied = refusal(400, "access_denied", "The request was denied.");
export const unknown = refusal(404, "invalid_grant", "Invalid device code");
export const unavailable = refusal(503, "temporarily_unavailable", "Database unavailable");
export const invalidKey = refusal(401, "unauthorized", {
  error: "invalid_api_key",
  message: "This API key has been revoked.",
  hint: "Sign in again: alprina login",
});

export function slowDown(interval: number): Said {
  return refusal(400, "slow_down", { error: "slow_down", message: "Slower." }, { interval });
}

export function refusal(status: number, error: string, detail: unknown, more: object = {}): Said {
  return { status, body: { error, error_description: "…", detail, ...more } };
}
