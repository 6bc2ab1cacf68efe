import { readFileSync } from "node:fs";
import ipaddr from "ipaddr.js";

/** Whose network an address is in: an autonomous system, and who runs it. */
export interface Network {
  asn: number;
  owner: string;
}

const LINE_FEED = 0x0a;
const COMMA = 0x2c;

/**
 * Looks an address up in lists of `first,last,number,owner`, one for each kind of address and each in order. They are
 * searched as they lie in memory: made into objects, half a million rows would be ten times as large, and building
 * them would hold everybody up.
 */
export function openNetworkLists(files: Record<"ipv4" | "ipv6", string>) {
  const lists = { ipv4: readFileSync(files.ipv4), ipv6: readFileSync(files.ipv6) };
  return (ipAddress: string): Network | null => {
    const address = ipaddr.process(ipAddress);
    return search(lists[address.kind()], Buffer.from(address.toByteArray()));
  };
}

/** Halves the list, at a start of a line each time, until one row is left that may hold the address. */
function search(list: Buffer, address: Buffer): Network | null {
  let [low, high] = [0, list.length];
  let found: string | null = null;
  while (low < high) {
    const start = Math.max(low, list.lastIndexOf(LINE_FEED, (low + high) >> 1) + 1);
    // What is left is the end of one line, or a line that begins where the half would.
    const from = start < high ? start : low;
    const feed = list.indexOf(LINE_FEED, from);
    const end = feed < 0 ? list.length : feed;
    const isBehind = address.compare(bytesOf(list.toString("latin1", from, list.indexOf(COMMA, from)))) < 0;
    if (isBehind) high = from;
    else {
      found = list.toString("utf8", from, end);
      low = end + 1;
    }
  }
  return found === null ? null : readRow(found, address);
}

function readRow(row: string, address: Buffer): Network | null {
  const [first = "", last = "", asn = ""] = row.split(",", 3);
  if (address.compare(bytesOf(last)) > 0) return null;
  return { asn: Number(asn), owner: unquote(row.slice(first.length + last.length + asn.length + 3)) };
}

const bytesOf = (ipAddress: string) => Buffer.from(ipaddr.parse(ipAddress).toByteArray());

/** A field of a CSV (RFC 4180 §2). */
function unquote(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}
