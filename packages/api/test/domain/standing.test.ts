import { describe, expect, it } from "vitest";
import { dashboardCodeStanding } from "../../src/domain/dashboard-code";
import { grantStanding } from "../../src/domain/device-grant";
import { cleanText } from "../../src/domain/text";

const expiresAt = new Date("2026-01-01T00:00:00Z");
const before = new Date(expiresAt.getTime() - 1);

describe("a device grant", () => {
  it("expires while it is pending, and when it was approved and nobody came for the key", () => {
    expect(grantStanding({ status: "pending", expiresAt }, before)).toBe("pending");
    expect(grantStanding({ status: "pending", expiresAt }, expiresAt)).toBe("expired");
    expect(grantStanding({ status: "approved", expiresAt }, before)).toBe("approved");
    expect(grantStanding({ status: "approved", expiresAt }, expiresAt)).toBe("expired");
  });

  it("stays denied or redeemed for ever", () => {
    expect(grantStanding({ status: "denied", expiresAt }, expiresAt)).toBe("denied");
    expect(grantStanding({ status: "redeemed", expiresAt }, expiresAt)).toBe("redeemed");
  });
});

describe("a dashboard code", () => {
  it("expires only while it is live", () => {
    expect(dashboardCodeStanding({ status: "live", expiresAt }, before)).toBe("live");
    expect(dashboardCodeStanding({ status: "live", expiresAt }, expiresAt)).toBe("expired");
    expect(dashboardCodeStanding({ status: "used", expiresAt }, expiresAt)).toBe("used");
    expect(dashboardCodeStanding({ status: "replaced", expiresAt }, expiresAt)).toBe("replaced");
  });
});

describe("what somebody says of their device", () => {
  it("is shown on one line, without what cannot be seen", () => {
    expect(cleanText("  ada's\tthink\r\npad ")).toBe("ada's think pad");
    expect(cleanText("\u001b[31mroot\u0007")).toBe("[31mroot");
    expect(cleanText("safe\u202egnp.exe\u2066\u200b\ufeff")).toBe("safegnp.exe");
    expect(cleanText("Büro-Rechner 日本")).toBe("Büro-Rechner 日本");
  });

  it("is nothing when nothing can be seen", () => {
    expect(cleanText("\u200b\u0000 \u3164")).toBeNull();
    expect(cleanText("")).toBeNull();
    expect(cleanText(undefined)).toBeNull();
  });

  it("is cut by characters and not through one", () => {
    expect(cleanText("🙂".repeat(5), 3)).toBe("🙂🙂🙂");
  });
});
