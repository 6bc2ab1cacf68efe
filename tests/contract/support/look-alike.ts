import { randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** What a scanner for leaked keys computes, without asking anybody. */
export function checksum(text: string): string {
  let value = BigInt(crc32(text));
  let digits = "";
  for (let i = 0; i < 6; i++, value /= 62n) digits = BASE62.charAt(Number(value % 62n)) + digits;
  return digits;
}

/** A key of the right form that nobody ever got. */
export function lookAlike(): string {
  const random = Array.from({ length: 37 }, () => BASE62.charAt(randomInt(62))).join("");
  const rest = `alprina_sk_live_${random}`;
  return rest + checksum(rest);
}
