import ipaddr from "ipaddr.js";

/**
 * Whose budget an address draws on. One customer's IPv6 network is a /64 and holds more addresses than there
 * are codes, so it counts as one; an IPv4 address in IPv6 clothes counts as itself.
 */
export function addressSubject(ipAddress: string | null): string {
  if (ipAddress === null || !ipaddr.isValid(ipAddress)) return "unknown";
  const address = ipaddr.process(ipAddress);
  if (address.kind() === "ipv4") return address.toString();
  const network = (address as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(":")}::/64`;
}
