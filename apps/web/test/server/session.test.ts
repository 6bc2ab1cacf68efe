import { describe, expect, it } from "vitest";
import { createContext, senderAddress } from "@/server/context";
import type { Container } from "@/server/container";

const request = (headers: Record<string, string>) => new Request("http://localhost:3000/", { headers });
const host = (hasFrontDoor: boolean, trustedProxies: string[] = []) =>
  ({ env: { trustedProxies }, hasFrontDoor }) as unknown as Container;

describe("the sender of a request", () => {
  it("is where our front door saw it", () => {
    const { headers } = request({ "x-alprina-client-ip": "203.0.113.24", "x-forwarded-for": "1.2.3.4" });
    expect(senderAddress(host(true), headers)).toBe("203.0.113.24");
  });

  it("is unknown without the front door, whatever the client writes, but for a trusted proxy's word", () => {
    const { headers } = request({
      "x-alprina-client-ip": "1.2.3.4",
      "x-forwarded-for": "5.6.7.8, 203.0.113.24, 10.0.0.1",
    });
    expect(senderAddress(host(false), headers)).toBeNull();
    expect(senderAddress(host(false, ["10.0.0.0/8"]), headers)).toBe("203.0.113.24");
  });

  it("has a bearer token only when the header is of that form", () => {
    const token = (authorization: string) =>
      createContext(host(true), request({ authorization })).bearerToken;
    expect(token("Bearer abc")).toBe("abc");
    expect(token("bearer  abc ")).toBe("abc");
    expect(token("Basic abc")).toBeNull();
    expect(token("Bearer a b")).toBeNull();
    expect(token("Bearer")).toBeNull();
  });
});
