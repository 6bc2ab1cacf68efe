const LOOPBACK_HOSTS = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * Whether `sent` is one of a client's redirect URIs. Exactly, character by character (RFC 9700 §4.1.3); only
 * the port of a loopback address is free, because a command line listens where there is room (RFC 8252 §7.3).
 */
export function matchesRedirectUri(registered: readonly string[], sent: string): boolean {
  return registered.some(
    (one) => one === sent || (isLoopback(one) && withoutPort(sent) === withoutPort(one)),
  );
}

/**
 * Why `uri` may not be registered, or null. Loopback addresses over http, everything else over https; a private
 * scheme must be a domain name turned round, as in `com.example.app:/callback` (RFC 8252 §7.1).
 */
export function refusesRedirectUri(uri: string): string | null {
  const url = parse(uri);
  if (!url) return "is not an absolute URI";
  if (uri.includes("#")) return "must not have a fragment";
  if (/[^\u0021-\u007e]/.test(uri)) return "must not have spaces or letters beyond ASCII";
  if (url.username || url.password) return "must not carry a user name";
  if (url.protocol === "https:") return null;
  if (url.protocol === "http:") {
    return isLoopback(uri) ? null : "must be https, unless it is 127.0.0.1, [::1] or localhost";
  }
  return url.protocol.includes(".")
    ? null
    : "must have a private scheme with a dot, as com.example.app:/callback";
}

function isLoopback(uri: string): boolean {
  const url = parse(uri);
  return url?.protocol === "http:" && LOOPBACK_HOSTS.has(url.hostname);
}

/** The URI as it was written, less the port; null for what is not plain http to a loopback host. */
function withoutPort(uri: string): string | null {
  // By its spelling and not by its parts: a parser would forgive `http:\\127.0.0.1` or `/a/../callback`.
  const match =
    /^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost))(?::(\d{1,5}))?((?:[/?][\u0021-\u007e]*)?)$/.exec(uri);
  if (!match || Number(match[2] ?? 80) > 65_535 || match[3]?.includes("\\")) return null;
  return `${match[1]}${match[3]}`;
}

function parse(uri: string): URL | null {
  return URL.canParse(uri) ? new URL(uri) : null;
}
