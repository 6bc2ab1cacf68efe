import type { Device } from "@/trpc/client";
import { deviceStanding, isOver } from "./device-standing";

export type DeviceOrder = "used" | "added" | "ends" | "name";
export type DeviceKinds = "all" | "active" | "ends-soon" | "never-used" | "over";

/** What somebody wants to see of their devices. */
export interface DeviceWish {
  /** Words that must all stand somewhere in what is known of a device. */
  words: string;
  kinds: DeviceKinds;
  order: DeviceOrder;
}

/** Those devices that are wished for, in the order that is wished for; those that are over come last. */
export function arrangeDevices(
  devices: Device[],
  { words, kinds, order }: DeviceWish,
  now: number,
): Device[] {
  const needles = plain(words).split(/\s+/).filter(Boolean);
  const isMeant = (device: Device) => {
    const known = plain(textOf(device));
    return isOfKind(device, kinds, now) && needles.every((needle) => known.includes(needle));
  };
  return devices
    .filter(isMeant)
    .sort((a, b) => Number(isOver(a, now)) - Number(isOver(b, now)) || compare[order](a, b));
}

function isOfKind(device: Device, kinds: DeviceKinds, now: number): boolean {
  switch (kinds) {
    case "all":
      return true;
    case "active":
      return !isOver(device, now);
    case "over":
      return isOver(device, now);
    case "ends-soon":
      return deviceStanding(device, now).kind === "ends-soon";
    case "never-used":
      return !isOver(device, now) && device.lastUsedAt === null;
  }
}

const newest = (a: Date | null, b: Date | null) => (b?.getTime() ?? 0) - (a?.getTime() ?? 0);

const compare: Record<DeviceOrder, (a: Device, b: Device) => number> = {
  // A device that was not used yet was at least signed in.
  used: (a, b) => newest(a.lastUsedAt ?? a.createdAt, b.lastUsedAt ?? b.createdAt),
  added: (a, b) => newest(a.createdAt, b.createdAt),
  ends: (a, b) => newest(b.expiresAt, a.expiresAt),
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: "base" }),
};

function textOf({ name, deviceOs, clientName, clientVersion, ipAddress, source }: Device): string {
  return [name, deviceOs, clientName, clientVersion, ipAddress, source.place].filter(Boolean).join(" ");
}

/** Without case and accents, so that "zurich" finds Zürich. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
