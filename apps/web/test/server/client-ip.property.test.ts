import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, it } from "vitest";
import { clientIp } from "@/server/client-ip";

/** Proxies stand in 10.0.0.0/8 and fd00::/8; everybody else is outside. */
const PROXIES = ["10.0.0.0/8", "fd00::/8", "127.0.0.1"];

const plain = (address: string) => ipaddr.process(address).toString();
const isOutside = (address: string) => !/^(10\.|127\.0\.0\.1$|f[d][0-9a-f]{2}:)/.test(plain(address));
const outside = fc.oneof(fc.ipV4(), fc.ipV6()).filter(isOutside);
const proxy = fc.oneof(
  fc.ipV4().map((address) => address.replace(/^\d+/, "10")),
  fc
    .ipV6()
    .filter((address) => /^[0-9a-f]{4}:/i.test(address))
    .map((address) => `fd00${address.slice(4)}`),
  fc.constant("127.0.0.1"),
);
/** The same address as one proxy or another writes it. */
const written = (address: fc.Arbitrary<string>) =>
  fc.tuple(address, fc.integer({ min: 0, max: 3 }), fc.nat(65535)).map(([one, how, port]) => {
    const isV4 = !one.includes(":");
    const spelled = [
      one,
      isV4 ? `${one}:${port}` : `[${one}]:${port}`,
      isV4 ? `::ffff:${one}` : `[${one}]`,
      isV4 ? ` ${one} ` : `${one}%eth0`,
    ][how];
    return { one, spelled: spelled ?? one };
  });
/** Whatever a client may write: addresses, other things, and commas. */
const claims = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .array(
      fc.oneof(outside, proxy, fc.constantFrom("unknown", "_hidden", "", "::", "[", "1", "0x7f.1", "%")),
      {
        maxLength: 6,
      },
    )
    .map((all) => all.join(",")),
);

describe("the client's address, whatever stands in X-Forwarded-For", () => {
  it("is the socket's for a peer that is no trusted proxy", () => {
    fc.assert(
      fc.property(written(outside), fc.option(claims, { nil: undefined }), ({ one, spelled }, forwarded) => {
        expect(clientIp(spelled.trim(), forwarded, PROXIES)).toBe(plain(one));
        expect(clientIp(spelled.trim(), forwarded, [])).toBe(plain(one));
      }),
    );
  });

  it("is the rightmost that is no trusted proxy, whatever stands to its left", () => {
    fc.assert(
      fc.property(
        claims,
        written(outside),
        fc.array(written(proxy), { maxLength: 4 }),
        proxy,
        (left, { one, spelled }, between, peer) => {
          const forwarded = [left, spelled, ...between.map((hop) => hop.spelled)].join(",");
          expect(clientIp(peer, forwarded, PROXIES)).toBe(plain(one));
        },
      ),
    );
  });

  it("is the nearest known hop where a proxy wrote what is no address", () => {
    const garbage = fc.constantFrom(
      "unknown",
      "_hidden",
      "1",
      "0x7f.1",
      "127.1",
      "300.1.1.1",
      "[::1",
      "a b",
      "",
    );
    fc.assert(
      fc.property(claims, garbage, proxy, (left, nonsense, peer) => {
        expect(clientIp(peer, `${left},${nonsense}`, PROXIES)).toBe(plain(peer));
      }),
    );
  });

  it("is an address in its plain form or null, and never an error", () => {
    const anything = fc.option(fc.oneof(claims, fc.string({ unit: "binary" })), { nil: undefined });
    fc.assert(
      fc.property(anything, anything, (peer, forwarded) => {
        const address = clientIp(peer, forwarded, PROXIES);
        if (address !== null) expect(plain(address)).toBe(address);
      }),
    );
  });
});
