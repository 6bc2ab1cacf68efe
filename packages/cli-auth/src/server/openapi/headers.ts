import type { HeaderObject, ReferenceObject } from "openapi3-ts/oas31";

/** Headers of replies. */
export const headers = {
  "X-Request-Id": {
    description: "This reply's own id. It stands in the server's log beside the error.",
    required: true,
    schema: { type: "string" },
  },
  "Cache-Control": {
    description: "Always `no-store`.",
    required: true,
    schema: { type: "string", const: "no-store" },
  },
  "Retry-After": {
    description: "Seconds to wait before the next try.",
    required: true,
    schema: { type: "string", pattern: "^[1-9][0-9]*$" },
    example: "12",
  },
  "WWW-Authenticate": {
    description: "How to say who calls (RFC 9110 §11.6.1).",
    required: true,
    schema: { type: "string" },
    example: "Bearer",
  },
} satisfies Record<string, HeaderObject>;

export type HeaderName = keyof typeof headers;

/** What every reply carries, and `more`. */
export function replyHeaders(...more: HeaderName[]): Record<string, ReferenceObject> {
  const names: HeaderName[] = [...more, "Cache-Control", "X-Request-Id"];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** What a refusal with this status tells beside its body. */
export function headersOfStatus(status: number): HeaderName[] {
  if (status === 401) return ["WWW-Authenticate"];
  return status === 429 || status === 503 ? ["Retry-After"] : [];
}
