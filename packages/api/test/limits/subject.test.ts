import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressSubject, UNKNOWN_ADDRESS } from "../../src/limits/subject";

const part = fc.integer({ min: 0, max: 0xffff });
const byte = fc.integer({ min: 0, max: 255 });
const parts = (count: number) => fc.array(part, { minLength: count, maxLength: count });
/** Documentation's own network, which is nobody's clothes. */
const network = parts(2).map((rest) => [0x2001, 0xdb8, ...rest]);
const written = (address: number[]) => address.map((one) => one.toString(16)).join(":");
const dotted = fc.tuple(byte, byte, byte, byte).map((bytes) => bytes.join("."));

/** The spellings of one IPv6 address (RFC 4291 §2.2): case, leading zeros, and the longest run of zeros left out. */
function spellings(address: number[]): string[] {
  const plain = written(address);
  const padded = address.map((one) => one.toString(16).padStart(4, "0")).join(":");
  const tail = address.slice(6).flatMap((one) => [one >> 8, one & 255]);
  const withDots = `${written(address.slice(0, 6))}:${tail.join(".")}`;
  const short = plain.replace(/(^|:)0(:0)+(:|$)/, "::");
  return [plain, plain.toUpperCase(), padded, withDots, short];
}

describe("whose budget an address draws on", () => {
  it("is the same for all of one /64", () => {
    fc.assert(
      fc.property(network, parts(4), parts(4), (net, one, other) => {
        expect(addressSubject(written([...net, ...one]))).toBe(addressSubject(written([...net, ...other])));
      }),
    );
  });

  it("is another for another /64", () => {
    fc.assert(
      fc.property(network, network, parts(4), (one, other, host) => {
        fc.pre(written(one) !== written(other));
        expect(addressSubject(written([...one, ...host]))).not.toBe(
          addressSubject(written([...other, ...host])),
        );
      }),
    );
  });

  it("is the same however the address is spelled", () => {
    fc.assert(
      fc.property(parts(8), (address) => {
        expect(new Set(spellings(address).map(addressSubject)).size).toBe(1);
      }),
    );
    fc.assert(
      fc.property(network, fc.constant([0, 0, 0]), part, (net, zeros, last) => {
        expect(new Set(spellings([...net, ...zeros, last]).map(addressSubject)).size).toBe(1);
      }),
    );
  });

  it("is an IPv4 address itself, in whatever clothes it comes", () => {
    fc.assert(
      fc.property(dotted, (address) => {
        const [a, b, c, d] = address.split(".").map(Number) as [number, number, number, number];
        const [high, low] = [(a << 8) | b, (c << 8) | d].map((one) => one.toString(16));
        const clothes = [
          `::ffff:${address}`,
          `::FFFF:${high}:${low}`,
          `64:ff9b::${address}`,
          `2002:${high}:${low}::1`,
          `2002:${high}:${low}:7::9`,
        ];
        for (const one of [address, ...clothes]) expect(addressSubject(one)).toBe(address);
      }),
    );
  });

  it("is the shared one for whatever is no address, and never an error", () => {
    for (const nothing of [
      null,
      "",
      " ",
      "nonsense",
      "1.2.3.4.5",
      "1.2.3.256",
      "::1::2",
      "203.0.113.24:443",
    ]) {
      expect(addressSubject(nothing)).toBe(UNKNOWN_ADDRESS);
    }
    const hexish = fc.string({ unit: fc.constantFrom(..."0123456789abcdefx:.%/[] ") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), hexish, fc.ipV4(), fc.ipV6()), (text) => {
        // A key of the table: 255 characters, less the budget's name.
        expect(addressSubject(text).length).toBeLessThan(100);
      }),
      { numRuns: 2_000 },
    );
  });
});
