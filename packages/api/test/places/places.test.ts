import { describe, expect, it } from "vitest";
import { findPlaceIn } from "../../src/index";
import { compareSources, describeSource, isWithin, type Source } from "../../src/places/source";
import { findPlace } from "../support/places";

const describeIt = (ipAddress: string | null) => describeSource(ipAddress, findPlace);
const compare = (a: string | null, b: string | null, serverIsLocal = false) =>
  compareSources(describeIt(a), describeIt(b), { serverIsLocal });

/** Addresses that have been where they are for decades: RIPE NCC, the University of Tokyo, Stanford. */
const ripe = { ipv4: "193.0.6.139", ipv6: "2001:67c:2e8:22::c100:68b" };
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
      () => "/nowhere/places.mmdb",
      (error) => failures.push(error),
    );
    expect(find(tokyo).place).toBeNull();
    expect(find(stanford).place).toBeNull();
    expect(failures).toEqual([expect.objectContaining({ code: "ENOENT" })]);
  });
});

describe("whether two addresses are in one network", () => {
  it.each([
    [ripe.ipv4, "193.0.6.7", "same"],
    [ripe.ipv4, "193.0.7.7", "different"],
    [ripe.ipv6, "2001:67c:2e8:ffff::1", "same"],
    [ripe.ipv6, "2001:67c:2e9::1", "different"],
    // One computer of two protocols, or two of one country: nobody can tell. Two countries are two networks.
    [ripe.ipv4, ripe.ipv6, "unknown"],
    [tokyo, ripe.ipv6, "different"],
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

  it("takes one provider for one network", () => {
    const of = (ipAddress: string, asn: number): Source => ({ ...describeIt(ipAddress), asn });
    const remote = { serverIsLocal: false };
    expect(compareSources(of(ripe.ipv4, 3333), of(ripe.ipv6, 3333), remote)).toBe("same");
    expect(compareSources(of(ripe.ipv4, 3333), of(tokyo, 2501), remote)).toBe("different");
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
