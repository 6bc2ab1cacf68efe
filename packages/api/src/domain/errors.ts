/** Everything that can be wrong with a call. Each transport has a table with a row for every code. */
export const errorCodes = [
  "authentication-required",
  "forbidden",
  "invalid-input",
  "unknown-client",
  "client-not-allowed",
  "scope-not-allowed",
  "insufficient-scope",
  "account-locked",
  "sign-in-too-old",
  "network-not-trusted",
  "device-not-found",
  "over-budget",
  "database-not-configured",
  "database-unavailable",
  "identity-provider-unavailable",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a person can bring about on a page, where a code alone would not say it. */
export type RefusalDetail =
  | "another-account"
  | "other-site"
  | "nothing-allowed"
  | "unknown-lifetime"
  | "empty-name"
  | "operators-only"
  | "person-gone";

/**
 * A call that cannot be answered. `message` is for the public: it says what to do and carries no secret, no SQL
 * and no code. The log reads `cause`.
 */
export class ProductError extends Error {
  override name = "ProductError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly options: {
      cause?: unknown;
      retryAfterSeconds?: number;
      /** The first refusal of its window: the one that is worth an event. */
      isFirstRefusal?: boolean;
      /** The budget that has nothing left. */
      budget?: string;
      /** Which of the refusals with this code, for pages that say it in another language. */
      about?: RefusalDetail;
    } = {},
  ) {
    super(message, { cause: options.cause });
  }
}

/** By name and not by class: pages and the front door are bundled apart and each has its own copy of the class. */
export function isProductError(error: unknown): error is ProductError {
  return error instanceof Error && error.name === "ProductError";
}
