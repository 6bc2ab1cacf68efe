import type { Connection } from "./call";
import { BadResponseError } from "./errors";
import { clean } from "./reply";

/** For one HTTP call. */
export const CALL_TIMEOUT_MS = 10_000;

/**
 * Sends, and reads the whole body, within the connection's time and until its signal aborts.
 * @throws {BadResponseError} `unreachable` or `timeout`; or the signal's reason.
 */
export async function exchange(connection: Connection, url: string, init: RequestInit) {
  const { signal, timeoutMs = CALL_TIMEOUT_MS, fetch = globalThis.fetch } = connection;
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
    const [reason, what] = timedOut
      ? (["timeout", `${url} did not answer within ${Math.ceil(timeoutMs / 1000)} s.`] as const)
      : (["unreachable", `Could not reach ${url}: ${whyUnreachable(cause)}.`] as const);
    throw new BadResponseError(what, { reason, cause });
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
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  CERT_HAS_EXPIRED: "its certificate has expired",
};

/** `fetch` says only "fetch failed"; what a person can act on is in its cause. */
function whyUnreachable(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return "the connection failed";
  const code = "code" in cause ? String(cause.code) : "";
  return reasons[code] ?? clean(cause.message || code || "the connection failed");
}
