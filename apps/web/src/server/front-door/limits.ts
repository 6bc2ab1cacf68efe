import type { ServerOptions } from "node:http";

/** The largest body that anything here needs is a few hundred bytes. */
export const MAX_BODY_BYTES = 16 * 1024;

/** What one connection may ask of us, each chosen: a slow client must not hold what others wait for. */
export const connectionLimits: ServerOptions = {
  /** Bytes of request line and headers; more is 431. An ID token as bearer and a page's cookies need a third. */
  maxHeaderSize: 16 * 1024,
  /** Until the headers are in; a slower one is 408. */
  headersTimeout: 10_000,
  /** Until the body is in, too. A reply may take longer: polls that wait are replies. */
  requestTimeout: 20_000,
  /** How often the two above are looked at. */
  connectionsCheckingInterval: 2_000,
  /** Longer than proxies keep idle connections (nginx and AWS: 60 s), so that they and not we close them. */
  keepAliveTimeout: 65_000,
};

/** After a refusal, for the rest of a body to arrive and be thrown away: cut at once, the client would not see why. */
export const DRAIN_MS = 2_000;
