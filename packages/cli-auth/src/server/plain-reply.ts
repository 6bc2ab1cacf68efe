/** A reply before it is anybody's: the handler makes a `Response` of it, the fast lane writes it to the socket. */
export interface PlainReply {
  status: number;
  /** Besides those that every reply has. */
  headers?: Record<string, string>;
  /** JSON. */
  body: string;
}

export const okReply = (value: unknown): PlainReply => ({ status: 200, body: JSON.stringify(value) });

export function asResponse({ status, headers, body }: PlainReply): Response {
  return new Response(body, { status, headers: { "Content-Type": "application/json", ...headers } });
}
