import { describe, expect, it } from "vitest";
import { clientIp } from "@/server/client-ip";

describe("the client's address", () => {
  it("is the socket's, whatever a client writes, when no proxy is trusted", () => {
    expect(clientIp("203.0.113.24", "198.51.100.1", [])).toBe("203.0.113.24");
    expect(clientIp("::ffff:203.0.113.24", undefined, [])).toBe("203.0.113.24");
  });

  it("is the last address that is no trusted proxy: what stands before it may be made up", () => {
    const trusted = ["10.0.0.0/8", "::1"];
    expect(clientIp("10.0.0.2", "1.2.3.4, 203.0.113.24, 10.1.1.1", trusted)).toBe("203.0.113.24");
    expect(clientIp("::1", "203.0.113.24", trusted)).toBe("203.0.113.24");
    expect(clientIp("203.0.113.9", "1.2.3.4", trusted)).toBe("203.0.113.9");
  });

  it("is the nearest known one when a proxy writes nonsense or nothing", () => {
    expect(clientIp("10.0.0.2", "unknown", ["10.0.0.0/8"])).toBe("10.0.0.2");
    expect(clientIp("10.0.0.2", undefined, ["10.0.0.2"])).toBe("10.0.0.2");
    expect(clientIp(undefined, undefined, [])).toBeNull();
  });
});
