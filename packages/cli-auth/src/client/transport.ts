/** Of `fetch`, as much as this SDK uses, so that any `fetch` will do, and less than a whole one as well. */
export type Transport = (url: string, init: TransportInit) => Promise<TransportReply>;

/** Somebody has decided how it is sent. */
export type WithFetch<Options extends { fetch?: Transport }> = Options & { fetch: Transport };

export interface TransportInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** A redirect would carry keys and codes to a place that nobody chose. */
  redirect: "manual";
  signal: AbortSignal;
}

export interface TransportReply {
  status: number;
  /** `opaqueredirect` where a `fetch` hides what a redirect says. */
  type?: string;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}
