import { describe, expect, it } from "vitest";
import { arrangeDevices, type DeviceWish } from "@/components/devices/arrange-devices";
import type { Device } from "@/trpc/client";

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 27);
const ago = (days: number) => new Date(now - days * DAY);

function device(name: string, more: Partial<Device> = {}): Device {
  return {
    ...{ id: name, name, status: "active", expired: false, keyStart: "alprina_sk_live_abcd" },
    ...{ clientId: "alprina-cli", clientName: "Alprina CLI", scopes: [], clientVersion: "2.1" },
    ...{ deviceOs: "Ubuntu 24.04", ipAddress: "203.0.113.24" },
    ...{ source: { kind: "public", place: "Berlin, Germany" } },
    ...{ createdAt: ago(30), expiresAt: ago(-60), lastUsedAt: ago(3), revokedAt: null },
    ...more,
  };
}

const laptop = device("ada-thinkpad", { lastUsedAt: ago(0) });
const runner = device("build-runner-10", {
  ...{ deviceOs: "Debian 12", source: { kind: "public", place: "Zürich, Switzerland" } },
  ...{ expiresAt: ago(-3), createdAt: ago(10) },
});
const spare = device("build-runner-9", { lastUsedAt: null, createdAt: ago(2), ipAddress: "198.51.100.7" });
const old = device("old-macbook", { status: "revoked", revokedAt: ago(1), deviceOs: "macOS 14" });
const all = [old, spare, runner, laptop];

const arranged = (devices: Device[], wish: Partial<DeviceWish>, language = "en") =>
  arrangeDevices(devices, { words: "", kinds: "all", order: "used", ...wish }, now, language).map(
    ({ name }) => name,
  );

const names = (wish: Partial<DeviceWish>) => arranged(all, wish);

describe("a list of devices", () => {
  it("comes in the order that is wished for, and what is over comes last", () => {
    expect(names({})).toEqual(["ada-thinkpad", "build-runner-9", "build-runner-10", "old-macbook"]);
    expect(names({ order: "added" })[0]).toBe("build-runner-9");
    expect(names({ order: "ends" })[0]).toBe("build-runner-10");
    // By number where there is one, as people count.
    expect(names({ order: "name" })).toEqual([
      "ada-thinkpad",
      "build-runner-9",
      "build-runner-10",
      "old-macbook",
    ]);
  });

  it.each([
    ["thinkpad", ["ada-thinkpad"]],
    ["RUNNER debian", ["build-runner-10"]],
    ["zurich", ["build-runner-10"]],
    ["198.51", ["build-runner-9"]],
    ["macOS", ["old-macbook"]],
    ["  alprina   cli 2.1 ", ["ada-thinkpad", "build-runner-9", "build-runner-10", "old-macbook"]],
    ["nothing like it", []],
  ])("finds by %j", (words, found) => {
    expect(names({ words })).toEqual(found);
  });

  it("is sorted and searched in the reader's language", () => {
    const german = ["Zoo", "Äpfel", "Öl"].map((name) => device(name));
    expect(arranged(german, { order: "name" }, "de")).toEqual(["Äpfel", "Öl", "Zoo"]);
    const chinese = ["上海", "北京", "广州"].map((name) => device(name));
    // By their sounds: Běijīng, Guǎngzhōu, Shànghǎi; by their code points it would be another order.
    expect(arranged(chinese, { order: "name" }, "zh")).toEqual(["北京", "广州", "上海"]);
    const there = device("a", { source: { kind: "public", place: "Germany" } });
    expect(arranged([there], { words: "deutschland" }, "de")).toEqual(["a"]);
    expect(arranged([there], { words: "germany" }, "de")).toEqual(["a"]);
  });

  it("keeps to one kind", () => {
    expect(names({ kinds: "active" })).toEqual(["ada-thinkpad", "build-runner-9", "build-runner-10"]);
    expect(names({ kinds: "over" })).toEqual(["old-macbook"]);
    expect(names({ kinds: "never-used" })).toEqual(["build-runner-9"]);
    expect(names({ kinds: "ends-soon" })).toEqual(["build-runner-10"]);
    expect(names({ kinds: "active", words: "macbook" })).toEqual([]);
  });
});
