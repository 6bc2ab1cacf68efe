/** Where the browser goes with an answer, for a person to read. */
export interface ReturnAddress {
  /** A program that listens on the person's own computer (RFC 8252 §7.3), an app there (§7.1), or a web site. */
  kind: "program" | "app" | "site";
  /** `127.0.0.1:41234`, `com.example.app` or `login.example.com`. */
  address: string;
}

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** A redirect URI in three words. Names beyond ASCII stay in their encoded form: letters that look alike deceive. */
export function returnAddress(redirectUri: string): ReturnAddress {
  const { protocol, host, hostname } = new URL(redirectUri);
  if (protocol !== "http:" && protocol !== "https:") return { kind: "app", address: protocol.slice(0, -1) };
  return { kind: LOOPBACK.has(hostname) ? "program" : "site", address: host };
}
