import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findPlaceIn } from "../../src/index";
import { compareSources, describeSource, isWithin } from "../../src/places/source";
import { findPlace, placeFiles } from "../support/places";

const describeIt = (ipAddress: string | null) => describeSource(ipAddress, findPlace);
const compare = (a: string | null, b: string | null, serverIsLocal = false) =>
  compareSources(describeIt(a), describeIt(b), { serverIsLocal });

/** Addresses that have been where they are for decades: RIPE NCC, the University of Tokyo, Stanford. */
const ripe = { ipv4: "193.0.6.139", ipv6: "2001:67c:2e8:22::c100:68b" };
/** Another of the Netherlands, and an address there that is in nobody's network. */
const delft = "130.161.1.1";
const unlisted = "2001:67c:2d0::1";
const tokyo = "133.11.0.1";
const stanford = "171.64.1.1";

describe("where an address is", () => {
  it.each([
    [ripe.ipv4, "Netherlands"],
    [`::ffff:${ripe.ipv4}`, "Netherlands"],
    [ripe.ipv6, "Netherlands"],
    [tokyo, "Japan"],
    [stanford, "United States"],
  ])("%s is in %s", (ipAddress, place) => {
    expect(describeIt(ipAddress)).toMatchObject({ ipAddress, kind: "public", place });
  });

  it.each([
    [ripe.ipv4, 3333, "RIPE"],
    [ripe.ipv6, 3333, "RIPE"],
    [tokyo, 2501, "The University of Tokyo"],
    [stanford, 32, "Stanford University"],
  ])("%s is in AS%i, with its owner’s name", (ipAddress, asn, owner) => {
    const { network, ...source } = describeIt(ipAddress);
    expect(source.asn).toBe(asn);
    expect(network).toContain(owner);
    expect(network).toMatch(new RegExp(` \\(AS${asn}\\)$`));
  });

  it("is in no network where the lists have a gap, or end", () => {
    for (const ipAddress of ["203.0.113.24", "223.255.255.1", "2001:67c:2e9::1", "fe00::1", "0.0.0.1"]) {
      expect(findPlace(ipAddress)).toMatchObject({ network: null, asn: null });
    }
  });

  it("finds the first and the last address of every network, each in its own", () => {
    for (const [file, step] of [
      [placeFiles.networks.ipv4, 997],
      [placeFiles.networks.ipv6, 397],
    ] as const) {
      const rows = readFileSync(file, "utf8").trimEnd().split("\n");
      const some = [...rows.filter((_, index) => index % step === 0), rows.at(-1) ?? ""];
      for (const row of some) {
        const [first = "", last = "", asn] = row.split(",");
        expect(findPlace(first).asn, row).toBe(Number(asn));
        expect(findPlace(last).asn, row).toBe(Number(asn));
      }
    }
  });

  it.each([
    ["127.0.0.1", "loopback"],
    ["::1", "loopback"],
    ["::ffff:127.0.0.1", "loopback"],
    ["10.1.2.3", "private"],
    ["192.168.1.4", "private"],
    ["fd00::1", "private"],
    ["fe80::1", "private"],
    ["100.64.0.1", "private"],
    ["not an address", "unknown"],
    ["", "unknown"],
    [null, "unknown"],
  ])("%s is %s, and nowhere", (ipAddress, kind) => {
    expect(describeIt(ipAddress)).toMatchObject({ kind, place: null, network: null, asn: null });
  });

  it("is not known, and said once, when the file cannot be read", () => {
    const failures: unknown[] = [];
    const find = findPlaceIn(
      () => ({ ...placeFiles, countries: "/nowhere/places.mmdb" }),
      (error) => failures.push(error),
    );
    expect(find(tokyo)).toMatchObject({ place: null, asn: 2501 });
    expect(find(stanford).place).toBeNull();
    expect(failures).toEqual([expect.objectContaining({ code: "ENOENT" })]);
  });
});

describe("whether two addresses are in one network", () => {
  it.each([
    [ripe.ipv4, "193.0.6.7", "same"],
    // Of one provider, by whichever protocol.
    [ripe.ipv4, "193.0.7.7", "same"],
    [ripe.ipv4, ripe.ipv6, "same"],
    [ripe.ipv4, delft, "different"],
    [ripe.ipv6, "2001:67c:2e8:ffff::1", "same"],
    [ripe.ipv6, "2001:67c:2e9::1", "different"],
    [tokyo, ripe.ipv6, "different"],
    // Of a provider that is in no list, one /24.
    ["1.0.1.7", "1.0.1.9", "same"],
    ["1.0.1.7", "1.0.2.7", "different"],
    // One computer of two protocols, or two of one country: nobody can tell. Two countries are two networks.
    [delft, unlisted, "unknown"],
    [tokyo, unlisted, "different"],
    [ripe.ipv4, null, "unknown"],
    ["10.0.0.5", "10.0.0.5", "unknown"],
    ["127.0.0.1", "::1", "unknown"],
  ])("%s and %s: %s", (a, b, answer) => {
    expect(compare(a, b)).toBe(answer);
    expect(compare(b, a)).toBe(answer);
  });

  it("knows this machine from its neighbours, where the server is on it", () => {
    expect(compare("127.0.0.1", "::1", true)).toBe("same");
    expect(compare("192.168.1.7", "127.0.0.1", true)).toBe("different");
  });

  it("finds an address in CIDR ranges and among single addresses", () => {
    const networks = ["10.0.0.0/8", "2001:db8::/32", "192.0.2.7"];
    for (const inside of ["10.255.0.1", "::ffff:10.0.0.1", "2001:db8:9::1", "192.0.2.7"]) {
      expect(isWithin(inside, networks)).toBe(true);
    }
    for (const outside of ["11.0.0.1", "2001:db9::1", "192.0.2.8", "", null]) {
      expect(isWithin(outside, networks)).toBe(false);
    }
  });
});
