const LOOPBACK = /^(?:127(?:\.\d+){3}|::1)$/;
// Behind a proxy that nobody told us of, everybody has the proxy's address, and that is one of these.
const PRIVATE =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe[89ab])/i;

export type AddressComparison = "same" | "different" | "unknown";

/**
 * Whether the terminal and the browser come from one address. Only what can be known is claimed: on a server
 * that others can reach, two equal private addresses may just be two visitors of one proxy.
 */
export function compareAddresses(
  terminal: string | null,
  browser: string | null,
  { serverIsLocal }: { serverIsLocal: boolean },
): AddressComparison {
  if (!terminal || !browser) return "unknown";
  const [a, b] = [plain(terminal), plain(browser)];
  if (LOOPBACK.test(a) || LOOPBACK.test(b) || PRIVATE.test(a) || PRIVATE.test(b)) {
    if (!serverIsLocal) return "unknown";
    if (LOOPBACK.test(a) && LOOPBACK.test(b)) return "same";
  }
  return a === b ? "same" : "different";
}

/** How an address is shown. */
export function showAddress(address: string | null): string | null {
  if (!address) return null;
  return LOOPBACK.test(plain(address)) ? "localhost" : plain(address);
}

/** Whether the server's own address is one that only this machine can open. */
export function isLocalServer(publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl);
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    LOOPBACK.test(hostname.replace(/[[\]]/g, ""))
  );
}

function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
}
