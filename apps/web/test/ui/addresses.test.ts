import { describe, expect, it } from "vitest";
import { compareAddresses, isLocalServer, showAddress } from "@/lib/addresses";

const remote = { serverIsLocal: false };
const local = { serverIsLocal: true };

describe("whether terminal and browser have one address", () => {
  it("compares public ones", () => {
    expect(compareAddresses("203.0.113.24", "203.0.113.24", remote)).toBe("same");
    expect(compareAddresses("203.0.113.24", "::ffff:203.0.113.24", remote)).toBe("same");
    expect(compareAddresses("203.0.113.24", "198.51.100.7", remote)).toBe("different");
  });

  it("claims nothing of a proxy's address, and nothing of a missing one", () => {
    expect(compareAddresses("127.0.0.1", "127.0.0.1", remote)).toBe("unknown");
    expect(compareAddresses("10.0.0.5", "10.0.0.5", remote)).toBe("unknown");
    expect(compareAddresses("fd00::1", "fd00::1", remote)).toBe("unknown");
    expect(compareAddresses(null, "203.0.113.24", remote)).toBe("unknown");
  });

  it("knows the names of one's own machine, where the server is on it", () => {
    expect(compareAddresses("127.0.0.1", "::1", local)).toBe("same");
    expect(compareAddresses("192.168.1.7", "127.0.0.1", local)).toBe("different");
    expect(showAddress("::1")).toBe("localhost");
    expect(isLocalServer("http://[::1]:3000")).toBe(true);
    expect(isLocalServer("https://login.example.com")).toBe(false);
  });
});
