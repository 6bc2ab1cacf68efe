import { describe, expect, it } from "vitest";
import { isLocalServer, showAddress } from "@/lib/addresses";

describe("an address on a page", () => {
  it("is shown as people write it", () => {
    expect(showAddress("::1")).toBe("localhost");
    expect(showAddress("::ffff:203.0.113.24")).toBe("203.0.113.24");
    expect(showAddress("2001:DB8::1")).toBe("2001:db8::1");
    expect(showAddress(null)).toBeNull();
  });

  it("of the server tells whether others can reach it", () => {
    expect(isLocalServer("http://[::1]:3000")).toBe(true);
    expect(isLocalServer("http://alprina.localhost")).toBe(true);
    expect(isLocalServer("https://login.example.com")).toBe(false);
  });
});
