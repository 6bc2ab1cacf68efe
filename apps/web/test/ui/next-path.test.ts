import { describe, expect, it } from "vitest";
import { MAX_PATH_LENGTH, safeNextPath, userCodeInPath, withNext } from "@/lib/next-path";

describe("where signing in leads", () => {
  it.each(["/", "/authorize?user_code=WDJB-MJHT", "/settings/devices", "/authorize?user_code=WDJB-MJHT#top"])(
    "%s is ours",
    (path) => {
      expect(safeNextPath(path)).toBe(path);
    },
  );

  it.each([
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\u0000/evil",
    " /authorize",
    "/x/..//evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "authorize",
    "",
    "/sign-in?next=/",
    "/sign-up",
    `/${"a".repeat(MAX_PATH_LENGTH)}`,
  ])("%j leads home", (path) => {
    expect(safeNextPath(path)).toBe("/");
  });

  it("keeps an authorization request, which is long", () => {
    const path = `/oauth/authorize?client_id=acme&state=${"s".repeat(3000)}`;
    expect(safeNextPath(path)).toBe(path);
    // Encoded for a query it must still fit the line that Node reads: 16 KiB with all headers.
    expect(encodeURIComponent("%2F=&".repeat(MAX_PATH_LENGTH / 5)).length).toBeLessThan(9 * 1024);
  });

  it("leads home from nothing and from several", () => {
    expect(safeNextPath(undefined)).toBe("/");
    expect(safeNextPath(["/a", "/b"])).toBe("/");
  });

  it("keeps a code on the way", () => {
    const next = "/authorize?user_code=WDJB-MJHT";
    expect(withNext("/sign-up", next)).toBe("/sign-up?next=%2Fauthorize%3Fuser_code%3DWDJB-MJHT");
    expect(withNext("/sign-in", "/")).toBe("/sign-in");
    expect(userCodeInPath(next)).toBe("WDJB-MJHT");
    expect(userCodeInPath("/settings?user_code=WDJB-MJHT")).toBeNull();
  });
});
