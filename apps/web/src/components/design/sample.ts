import type { BrowserSide } from "@/components/authorize/browser-side";
import { DAY } from "@/lib/dates";
import type { Device, LoginRequest } from "@/trpc/client";

/* The people and machines of the design page. Addresses are those that are reserved for examples (RFC 5737). */

const berlin = {
  ipAddress: "192.0.2.17",
  kind: "public",
  place: "Berlin, Germany",
  network: "Example Telekom (AS64500)",
  asn: 64_500,
} as const;
const singapore = {
  ipAddress: "203.0.113.40",
  kind: "public",
  place: "Singapore",
  network: "Example Cloud (AS64501)",
  asn: 64_501,
} as const;

const client = { id: "alprina-cli", name: "Example CLI", logo: null };

/** A request beside the browser, or from the other end of the world. */
export function sampleRequest(networks: "same" | "different", now: number): LoginRequest {
  const terminal = networks === "same" ? berlin : singapore;
  return {
    id: networks,
    client,
    scopes: [],
    deviceName: networks === "same" ? "macbook-air" : "build-runner-03",
    deviceOs: networks === "same" ? "macOS 26.1" : "Ubuntu 24.04",
    clientVersion: "2.4.0",
    ipAddress: terminal.ipAddress,
    createdAt: new Date(now - 190_000),
    expiresAt: new Date(now + 12 * 60_000),
    sides: { terminal, browser: berlin, networks },
    mayApprove: true,
    lifetimesSeconds: [],
  };
}

export const sampleBrowser: BrowserSide = {
  browser: "Firefox 146",
  system: "macOS",
  viewer: { email: "ada@example.com", fullName: "Ada Lovelace", isOperator: false },
  source: berlin,
  serverIsLocal: false,
  mustSignInAgain: false,
};

/** One device in each of its standings. */
export function sampleDevices(now: number): Device[] {
  const day = (days: number) => new Date(now + days * DAY);
  const plain: Device = {
    id: "1",
    name: "macbook-air",
    status: "active",
    expired: false,
    keyStart: "alprina_sk_live_7Qm2",
    clientId: client.id,
    clientName: client.name,
    scopes: ["devices:read", "devices:write"],
    clientVersion: "2.4.0",
    deviceOs: "macOS 26.1",
    ipAddress: berlin.ipAddress,
    source: berlin,
    createdAt: day(-40),
    expiresAt: day(325),
    lastUsedAt: new Date(now - 3 * 60_000),
    revokedAt: null,
  };
  return [
    plain,
    {
      ...plain,
      ...{
        id: "2",
        name: "thinkpad",
        deviceOs: "Fedora 43",
        createdAt: new Date(now - 60_000),
        lastUsedAt: null,
      },
    },
    {
      ...plain,
      ...{ id: "3", name: "build-runner-03", deviceOs: "Ubuntu 24.04", source: singapore },
      ...{ ipAddress: singapore.ipAddress, lastUsedAt: null },
    },
    { ...plain, id: "4", name: "nas", deviceOs: "Debian 13", expiresAt: day(5), lastUsedAt: day(-2) },
    { ...plain, id: "5", name: "old-laptop", deviceOs: "Windows 11", status: "revoked", revokedAt: day(-1) },
    { ...plain, id: "6", name: "lab-server", expired: true, expiresAt: day(-3), lastUsedAt: day(-30) },
  ];
}
