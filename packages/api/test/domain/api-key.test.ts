import { randomInt } from "node:crypto";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { apiKeyStanding, drawApiKey, isApiKey, isSomeApiKey, visibleStart } from "../../src/domain/api-key";

const PREFIX = "alprina_sk_live_";
const key = drawApiKey(PREFIX, (bound) => randomInt(bound));

function base62(digits: string): number {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  return Array.from(digits).reduce((value, digit) => value * 62 + alphabet.indexOf(digit), 0);
}

describe("an API key", () => {
  it("is the prefix and 43 base62 characters, the last six of them a CRC-32 of the rest", () => {
    expect(key).toMatch(/^alprina_sk_live_[0-9A-Za-z]{43}$/);
    // Told by another implementation than ours, as a scanner of leaked keys would.
    expect(base62(key.slice(-6))).toBe(crc32(key.slice(0, -6)));
  });

  it("is told from a look-alike without a look-up", () => {
    expect(isApiKey(key, PREFIX)).toBe(true);
    const other = key.at(-10) === "a" ? "b" : "a";
    expect(isApiKey(key.slice(0, -10) + other + key.slice(-9), PREFIX)).toBe(false);
    expect(isApiKey(key.slice(0, -1), PREFIX)).toBe(false);
    expect(isApiKey(`${key}0`, PREFIX)).toBe(false);
    expect(isApiKey(key, "other_")).toBe(false);
    expect(isApiKey("", PREFIX)).toBe(false);
  });

  it("is told without its prefix too, and then the checksum vouches for the prefix", () => {
    expect(isSomeApiKey(key)).toBe(true);
    for (const other of [`x${key}`, key.slice(1), key.replace("live", "test"), key.slice(-43), "", "0"]) {
      expect(isSomeApiKey(other)).toBe(false);
    }
  });

  it("shows its prefix and four characters", () => {
    expect(visibleStart(key, PREFIX)).toBe(key.slice(0, PREFIX.length + 4));
  });

  it("is dead past its time, and revoked whatever the time", () => {
    const expiresAt = new Date("2026-01-01T00:00:00Z");
    const before = new Date(expiresAt.getTime() - 1);
    expect(apiKeyStanding({ status: "active", expiresAt }, before)).toBe("active");
    expect(apiKeyStanding({ status: "active", expiresAt }, expiresAt)).toBe("expired");
    expect(apiKeyStanding({ status: "revoked", expiresAt }, before)).toBe("revoked");
    expect(apiKeyStanding({ status: "revoked", expiresAt }, expiresAt)).toBe("revoked");
  });
});
