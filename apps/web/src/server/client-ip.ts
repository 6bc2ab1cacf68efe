import ipaddr from "ipaddr.js";

/** Where our front door writes the address that it saw. Whatever a client sends under this name is overwritten. */
export const CLIENT_IP_HEADER = "x-alprina-client-ip";

/**
 * The address of whoever sent a request: the socket's, unless that is a proxy that the operator trusts, in which
 * case it is the last address in X-Forwarded-For that is not one. A client can write anything to the left of it.
 */
export function clientIp(
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: string[],
): string | null {
  const hops = [...(forwardedFor?.split(",") ?? []).map((hop) => hop.trim()), remoteAddress ?? ""].reverse();
  let nearest: string | null = null;
  for (const hop of hops) {
    if (!ipaddr.isValid(hop)) return nearest;
    nearest = ipaddr.process(hop).toString();
    if (!isTrusted(nearest, trustedProxies)) return nearest;
  }
  return nearest;
}

function isTrusted(address: string, networks: string[]): boolean {
  const parsed = ipaddr.parse(address);
  return networks.some((network) => {
    const [base, bits] = network.includes("/")
      ? ipaddr.parseCIDR(network)
      : ([ipaddr.process(network), ipaddr.process(network).kind() === "ipv4" ? 32 : 128] as const);
    return parsed.kind() === base.kind() && parsed.match(base, bits);
  });
}
