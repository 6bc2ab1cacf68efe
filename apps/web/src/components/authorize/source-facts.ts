import type { Source } from "@alprina/api";
import { showAddress } from "@/lib/addresses";
import type { Fact } from "./facts";

const UNKNOWN = "not known";

/** Where a side is, in words: most people cannot read that off an address. */
export function sourceFacts(source: Source, at: { serverIsLocal: boolean }): Fact[] {
  const { ipAddress, network } = source;
  return [
    { name: "Place", value: placeOf(source, at.serverIsLocal) },
    ...(network ? [{ name: "Network", value: network }] : []),
    { name: "Address", value: showAddress(ipAddress) ?? UNKNOWN },
  ];
}

function placeOf({ kind, place }: Source, serverIsLocal: boolean): string {
  switch (kind) {
    case "public":
      return place ?? UNKNOWN;
    case "private":
      return "a private network";
    case "loopback":
      return serverIsLocal ? "this computer" : "the server’s own computer";
    case "unknown":
      return UNKNOWN;
  }
}
