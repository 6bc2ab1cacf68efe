import type { V1Refusal } from "../refusals";

/** What several calls of `/v1` refuse in the same words. */

const unavailable: V1Refusal[] = [
  {
    error: "temporarily_unavailable",
    when: "The database does not answer. Try again later.",
    detail: "Database unavailable",
  },
  {
    error: "temporarily_unavailable",
    when: "This server has no database.",
    detail: "Database not configured",
  },
];

/** Every call that asks the product. */
export const ourFault: Record<number, V1Refusal[]> = {
  500: [{ error: "server_error", when: "Our mistake; the log has it.", detail: "Internal server error" }],
  503: unavailable,
};

/** Every call that reads a body. */
export const badBody = (example: string): Record<number, V1Refusal[]> => ({
  413: [
    {
      error: "request_too_large",
      when: "The body is larger than 16 KiB.",
      detail: "The body is larger than 16384 bytes.",
    },
  ],
  415: [
    {
      error: "unsupported_media_type",
      when: "The body is compressed or multipart.",
      detail: "Send JSON or a URL-encoded form, not multipart.",
    },
  ],
  422: [{ error: "invalid_request", when: "A field is missing or does not fit.", detail: example }],
});

export const overBudget: Record<number, V1Refusal[]> = {
  429: [
    {
      error: "rate_limited",
      when: "Too many attempts; right and wrong codes are answered alike.",
      detail: "Too many attempts. Wait a moment, then try again.",
    },
  ],
};

export const notSignedIn: Record<number, V1Refusal[]> = {
  401: [{ error: "unauthorized", when: "Nobody is signed in.", detail: "Authorization header required" }],
};

export const otherSite: V1Refusal = {
  error: "forbidden",
  when: "The session cookie came from another site's page.",
  detail: "This request did not come from a page of this server.",
};

export const missingScope = (scope: string): V1Refusal => ({
  error: "forbidden",
  when: `The API key lacks the scope \`${scope}\`.`,
  detail: `This API key was not granted the scope ${scope}. Sign in again and allow it.`,
});

export const noSuchDevice: Record<number, V1Refusal[]> = {
  404: [
    {
      error: "not_found",
      when: "There is no such device, or it is somebody else's.",
      detail: "Device not found",
    },
  ],
};
