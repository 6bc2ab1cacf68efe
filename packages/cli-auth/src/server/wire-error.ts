import type { ErrorBody, ErrorWord, KeyErrorWord } from "../protocol/index";

/** A refusal, as it goes over the wire. */
export class WireError extends Error {
  override name = "WireError";

  constructor(
    readonly status: number,
    readonly error: ErrorWord | KeyErrorWord,
    readonly detail: NonNullable<ErrorBody["detail"]>,
    readonly extras: { headers?: Record<string, string>; body?: Record<string, unknown> } = {},
  ) {
    super(typeof detail === "string" ? detail : (detail.message ?? error));
  }
}

export function invalidRequest(detail: string): WireError {
  return new WireError(422, "invalid_request", detail);
}
