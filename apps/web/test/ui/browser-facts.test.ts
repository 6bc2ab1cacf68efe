import { describe, expect, it } from "vitest";
import { initials } from "@/lib/person";
import { readUserAgent } from "@/lib/user-agent";

describe("what a person recognises themselves by", () => {
  it.each([
    [
      "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
      "Firefox 145",
      "Ubuntu",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
      "Edge 140",
      "Windows",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
      "Safari 18",
      "macOS",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
      "Safari 18",
      "iPhone",
    ],
    ["curl/8.5", null, null],
  ])("%s", (userAgent, browser, system) => {
    expect(readUserAgent(userAgent)).toEqual({ browser, system });
  });

  it.each([
    ["Ada Lovelace", "AL"],
    ["Ada", "A"],
    [null, "X"],
  ])("initials of %s", (fullName, letters) => {
    expect(initials({ fullName, email: "x@example.com" })).toBe(letters);
  });
});
