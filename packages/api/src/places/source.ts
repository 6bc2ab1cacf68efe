import ipaddr from "ipaddr.js";

/** What can be said of an address. */
export interface Source {
  ipAddress: string | null;
  /** `private` is a network that is not the internet's: an office, a home, a container. */
  kind: "public" | "private" | "loopback" | "unknown";
  /** Where it is, as a person reads it: "Berlin, Germany". */
  place: string | null;
  /** Whose network it is: "Deutsche Telekom AG (AS3320)". */
  network: string | null;
  /** The number of that network, by which two addresses of one provider are known. */
  asn: number | null;
}

/** What a database of places knows of a public address. */
export type FindPlace = (ipAddress: string) => {
  place: string | null;
  network: string | null;
  asn: number | null;
};

/** Knows addresses by their kind alone, where no database is at hand. */
export const findNoPlace: FindPlace = () => ({ place: null, network: null, asn: null });

/** What can be said of an address; of a public one, what `findPlace` knows of it. */
export function describeSource(ipAddress: string | null, findPlace: FindPlace): Source {
  const nothing = { place: null, network: null, asn: null };
  if (ipAddress === null || !ipaddr.isValid(ipAddress)) return { ipAddress, kind: "unknown", ...nothing };
  switch (ipaddr.process(ipAddress).range()) {
    case "loopback":
      return { ipAddress, kind: "loopback", ...nothing };
    case "unicast":
      return { ipAddress, kind: "public", ...findPlace(ipaddr.process(ipAddress).toString()) };
    default:
      return { ipAddress, kind: "private", ...nothing };
  }
}

export type SourceComparison = "same" | "different" | "unknown";

/**
 * Whether two callers are in one network: of one provider, or in one /24 (IPv6: /48). Only what can be known is
 * claimed: on a server that others can reach, two private addresses may be two visitors behind one proxy, and an
 * IPv4 and an IPv6 address of one country may be one computer.
 */
export function compareSources(
  a: Source,
  b: Source,
  { serverIsLocal }: { serverIsLocal: boolean },
): SourceComparison {
  if (a.kind === "unknown" || b.kind === "unknown") return "unknown";
  if (a.kind !== "public" || b.kind !== "public") {
    if (!serverIsLocal) return "unknown";
    if (a.kind === "loopback" && b.kind === "loopback") return "same";
  }
  if (a.asn !== null && a.asn === b.asn) return "same";
  // One computer often has an address of each kind; where no number of a network ties them, only countries can part
  // them.
  if (isIPv4(a) !== isIPv4(b) && (a.asn === null || b.asn === null)) {
    return a.place !== null && b.place !== null && a.place !== b.place ? "different" : "unknown";
  }
  return networkOf(a.ipAddress) === networkOf(b.ipAddress) ? "same" : "different";
}

const isIPv4 = ({ ipAddress }: Source) => ipaddr.process(ipAddress ?? "").kind() === "ipv4";

function networkOf(ipAddress: string | null): string {
  const address = ipaddr.process(ipAddress ?? "");
  const [bytes, kept] = [address.toByteArray(), address.kind() === "ipv4" ? 3 : 6];
  return `${address.kind()} ${bytes.slice(0, kept).join(".")}`;
}

/** Whether an address lies in one of these networks (CIDR, or single addresses). */
export function isWithin(ipAddress: string | null, networks: readonly string[]): boolean {
  if (ipAddress === null || !ipaddr.isValid(ipAddress)) return false;
  const address = ipaddr.process(ipAddress);
  return networks.some((network) => {
    const range = network.includes("/")
      ? network
      : `${network}/${ipaddr.process(network).kind() === "ipv4" ? 32 : 128}`;
    const [base, bits] = ipaddr.parseCIDR(range);
    return base.kind() === address.kind() && address.match(base, bits);
  });
}
