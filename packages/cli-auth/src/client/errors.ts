/** What the SDK throws, besides the reason of an aborted signal. Tell the kinds apart by `kind` or by class. */
export abstract class AlprinaError extends Error {
  abstract readonly kind: "misuse" | "bad-response" | "refused" | "signed-out";
}

/** The call was wrong before anything was sent: a server URL without a scheme, an empty code. */
export class MisuseError extends AlprinaError {
  override readonly name = "MisuseError";
  readonly kind = "misuse";
}

/** Why an answer could not be used. */
export type BadResponseReason =
  "unreachable" | "certificate" | "timeout" | "redirect" | "not-json" | "wrong-shape" | "wrong-issuer";

/** No usable answer came: nobody there, too slow, not JSON, or JSON of another shape. `status` if there was one. */
export class BadResponseError extends AlprinaError {
  override readonly name = "BadResponseError";
  readonly kind = "bad-response";
  readonly reason: BadResponseReason;
  readonly status: number | undefined;

  constructor(message: string, facts: { reason: BadResponseReason; status?: number; cause?: unknown }) {
    super(message, { cause: facts.cause });
    this.reason = facts.reason;
    this.status = facts.status;
  }
}

/** The facts of a refusal, as the server gave them. */
export interface Refusal {
  /** The server's word, such as `access_denied` or `invalid_api_key`. */
  code: string;
  /** The HTTP status; absent when a login ran out by our own clock. */
  status?: number;
  /** `detail` of the body, untouched. */
  detail?: unknown;
  /** With `slow_down`: the pause between polls from now on. */
  intervalSeconds?: number;
  /** From `Retry-After`. */
  retryAfterSeconds?: number;
  /** What the person can do about it, when the server says. */
  hint?: string;
  /** From `Preference-Applied`: how long the reply was held, at most. */
  waitedSeconds?: number;
}

/** The server understood and said no. `message` is a sentence for a person. */
export class RefusedError extends AlprinaError {
  override readonly name = "RefusedError";
  readonly kind = "refused";
  readonly code: string;
  readonly status: number | undefined;
  readonly detail: unknown;
  readonly intervalSeconds: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly hint: string | undefined;
  readonly waitedSeconds: number | undefined;

  constructor(message: string, refusal: Refusal) {
    super(message);
    this.code = refusal.code;
    this.status = refusal.status;
    this.detail = refusal.detail;
    this.intervalSeconds = refusal.intervalSeconds;
    this.retryAfterSeconds = refusal.retryAfterSeconds;
    this.hint = refusal.hint;
    this.waitedSeconds = refusal.waitedSeconds;
  }
}

/** Whether waiting can help: the connection was lost, or the server is busy or away (429, 5xx). */
export function isTransient(error: unknown): error is BadResponseError | RefusedError {
  if (error instanceof RefusedError) return error.status === 429 || (error.status ?? 0) >= 500;
  if (!(error instanceof BadResponseError)) return false;
  return error.reason === "unreachable" || error.reason === "timeout" || (error.status ?? 0) >= 500;
}
