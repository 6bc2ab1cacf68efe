import { drawCode, type RandomInt } from "./code";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_LENGTH = 37;
const CHECKSUM_LENGTH = 6;
const VISIBLE_LENGTH = 4;

/**
 * A new API key: the prefix, 37 random base62 characters (220 bits) and a CRC-32 of all that in six more, by
 * which a scanner knows a leaked key from a look-alike without asking us.
 */
export function drawApiKey(prefix: string, randomInt: RandomInt): string {
  const body = prefix + drawCode(BASE62, RANDOM_LENGTH, randomInt);
  return body + checksum(body);
}

/** Whether `text` can be a key of ours at all: prefix, length, alphabet and checksum. Costs no look-up. */
export function isApiKey(text: string, prefix: string): boolean {
  if (!text.startsWith(prefix) || text.length !== prefix.length + RANDOM_LENGTH + CHECKSUM_LENGTH)
    return false;
  const body = text.slice(0, -CHECKSUM_LENGTH);
  return checksum(body) === text.slice(-CHECKSUM_LENGTH);
}

/** The same for whoever does not know which prefix a server gives its keys: the checksum covers that as well. */
export function isSomeApiKey(text: string): boolean {
  return isApiKey(text, text.slice(0, -(RANDOM_LENGTH + CHECKSUM_LENGTH)));
}

/** The start of a key that may be shown and stored, so that a person can tell keys apart. */
export function visibleStart(key: string, prefix: string): string {
  return key.slice(0, prefix.length + VISIBLE_LENGTH);
}

function checksum(text: string): string {
  let value = crc32(text);
  let digits = "";
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    digits = BASE62.charAt(value % 62) + digits;
    value = Math.floor(value / 62);
  }
  return digits;
}

/** CRC-32 (ISO-HDLC, the one of zip and PNG) of the text's UTF-8. The domain imports nothing, so here it is. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export type ApiKeyStanding = "active" | "revoked" | "expired";

/** Where a key stands at `now`. Revocation is told even after expiry: it is the stronger fact. */
export function apiKeyStanding(
  key: { status: "active" | "revoked"; expiresAt: Date },
  now: Date,
): ApiKeyStanding {
  if (key.status === "revoked") return "revoked";
  return key.expiresAt <= now ? "expired" : "active";
}
