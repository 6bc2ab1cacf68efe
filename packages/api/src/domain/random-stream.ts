import type { RandomInt } from "./code";

/**
 * Random integers out of given bytes: the same bytes, the same integers. A byte that would favour the small ones
 * is passed over, so each value is equally likely.
 * @throws when the bytes are used up. For `bound` up to 256.
 */
export function randomIntsFrom(bytes: Uint8Array): RandomInt {
  let next = 0;
  return (bound) => {
    const fair = 256 - (256 % bound);
    for (;;) {
      const byte = bytes[next++];
      if (byte === undefined) throw new RangeError("No more bytes to draw from");
      if (byte < fair) return byte % bound;
    }
  };
}
