import type { KeyRefusal } from "./refusals";

/** The refusal, for whoever speaks `fetch`. */
export function toResponse({ status, headers, body }: KeyRefusal): Response {
  return new Response(body, { status, headers });
}
