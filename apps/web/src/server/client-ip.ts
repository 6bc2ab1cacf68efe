import ipaddr from "ipaddr.js";

/** Where our front door writes the address that it saw. Whatever a client sends under this name is overwritten. */
export const CLIENT_IP_HEADER = "x-alprina-client-ip";

/**
 * The address of whoever sent a request: the socket's, unless that is a proxy that the operator trusts, in which
 * case it is the last address in X-Forwarded-For that is not one. A client can write anything to the left of it.
 * `Forwarded` (RFC 7239) is not read: proxies that write X-Forwarded-For let a client's own `Forwarded` through.
 */
export function clientIp(
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: string[],
): string | null {
  const hops = [...(forwardedFor?.split(",") ?? []).map((hop) => hop.trim()), remoteAddress ?? ""].reverse();
  let nearest: string | null = null;
  for (const hop of hops) {
    const address = readAddress(hop);
    if (address === null) return nearest;
    nearest = address;
    if (!isIn(trustedProxies, nearest)) return nearest;
  }
  return nearest;
}

/**
 * An address as proxies write it: some add a port, and then put IPv6 in brackets. Mapped IPv4 is IPv4, and a zone
 * means something on one machine only. Null for anything else; so are `1` and `0x7f.1`, which C libraries take.
 */
function readAddress(text: string): string | null {
  const withPort = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/.exec(text);
  const host = (withPort?.[1] ?? withPort?.[2] ?? text).replace(/%.*$/, "");
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(host) || ipaddr.IPv6.isValid(host);
  return isAddress ? ipaddr.process(host).toString() : null;
}

/** Whether this is the address of a proxy that the operator trusts. */
export function isTrusted(remoteAddress: string | undefined, trustedProxies: string[]): boolean {
  if (trustedProxies.length === 0) return false;
  const address = readAddress(remoteAddress ?? "");
  return address !== null && isIn(trustedProxies, address);
}

function isIn(networks: string[], address: string): boolean {
  const parsed = ipaddr.parse(address);
  return networks.some((network) => {
    const [base, bits] = network.includes("/")
      ? ipaddr.parseCIDR(network)
      : ([ipaddr.process(network), ipaddr.process(network).kind() === "ipv4" ? 32 : 128] as const);
    return parsed.kind() === base.kind() && parsed.match(base, bits);
  });
}
