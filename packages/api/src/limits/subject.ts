import ipaddr from "ipaddr.js";

/** Whose budget everybody draws on whose address the server cannot see: one, and a larger one. */
export const UNKNOWN_ADDRESS = "unknown";

// RFC 6052 §2.1: an IPv4 client behind a translator. RFC 3056 §2: an IPv4 host's own /48.
const NAT64 = ipaddr.parseCIDR("64:ff9b::/96") as [ipaddr.IPv6, number];
const SIX_TO_FOUR = ipaddr.parseCIDR("2002::/16") as [ipaddr.IPv6, number];

/**
 * Whose budget an address draws on. One customer's IPv6 network is a /64 and holds more addresses than there
 * are codes, so it counts as one. An IPv4 address in IPv6 clothes (mapped, translated, 6to4) counts as itself.
 */
export function addressSubject(ipAddress: string | null): string {
  if (ipAddress === null || !ipaddr.isValid(ipAddress)) return UNKNOWN_ADDRESS;
  const address = ipaddr.process(ipAddress);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  const bytes = address.toByteArray();
  if (address.match(NAT64)) return new ipaddr.IPv4(bytes.slice(12)).toString();
  if (address.match(SIX_TO_FOUR)) return new ipaddr.IPv4(bytes.slice(2, 6)).toString();
  const network = address.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(":")}::/64`;
}
