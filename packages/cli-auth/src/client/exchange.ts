import { BadResponseError } from "./errors";
import { clean } from "./reply";
import type { Connection } from "./send";
import type { TransportInit, WithFetch } from "./transport";

/** For one HTTP call. */
export const CALL_TIMEOUT_MS = 10_000;

/**
 * Sends, and reads the whole body, within the connection's time and until its signal aborts.
 * @throws {BadResponseError} `unreachable`, `certificate` or `timeout`; or the signal's reason.
 */
export async function exchange(
  connection: WithFetch<Connection>,
  url: string,
  init: Omit<TransportInit, "signal">,
) {
  const { signal, timeoutMs = CALL_TIMEOUT_MS, fetch } = connection;
  signal?.throwIfAborted();
  // Not AbortSignal.any(): in Node 20 a composed signal may be collected before its timeout fires.
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  signal?.addEventListener("abort", onAbort, { once: true });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    stop.abort();
  }, timeoutMs);
  try {
    const response = await fetch(url, { ...init, signal: stop.signal });
    return { response, text: await response.text() };
  } catch (cause) {
    signal?.throwIfAborted();
    if (timedOut) {
      const message = `${url} did not answer within ${Math.ceil(timeoutMs / 1000)} s.`;
      throw new BadResponseError(message, { reason: "timeout", cause });
    }
    const { reason, why } = whyUnreachable(cause);
    throw new BadResponseError(`Could not reach ${url}: ${why}.`, { reason, cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing is listening there",
  ENOTFOUND: "the host name is not known",
  EAI_AGAIN: "the host name could not be looked up",
  ECONNRESET: "the connection was lost",
  UND_ERR_SOCKET: "the connection was lost",
  ENETUNREACH: "this machine has no network",
  EHOSTUNREACH: "no way leads there",
};

/** Waiting mends none of these. */
const certificateReasons: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate was issued by an authority that is not trusted here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate was issued by an authority that is not trusted here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate was issued by an authority that is not trusted here",
  CERT_HAS_EXPIRED: "its certificate has expired, or this machine's clock is wrong",
  CERT_NOT_YET_VALID: "its certificate is not valid yet, or this machine's clock is wrong",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host name",
};

/** `fetch` says only "fetch failed"; what a person can act on is in its cause. */
function whyUnreachable(error: unknown): { reason: "unreachable" | "certificate"; why: string } {
  let cause = error instanceof Error ? (error.cause ?? error) : error;
  // Several addresses were tried, and each failed.
  if (cause instanceof AggregateError) cause = cause.errors[0] ?? cause;
  if (!(cause instanceof Error)) return { reason: "unreachable", why: "the connection failed" };
  const code = "code" in cause ? String(cause.code) : "";
  const untrusted = certificateReasons[code];
  if (untrusted) return { reason: "certificate", why: untrusted };
  const why = reasons[code] ?? clean(cause.message || code || "the connection failed");
  return { reason: "unreachable", why };
}
