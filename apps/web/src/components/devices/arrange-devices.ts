import { formatsOf } from "@/lib/language";
import { placeIn } from "@/lib/places";
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
  language: string,
): Device[] {
  const needles = plain(words).split(/\s+/).filter(Boolean);
  const isMeant = (device: Device) => {
    const known = plain(textOf(device, language));
    return isOfKind(device, kinds, now) && needles.every((needle) => known.includes(needle));
  };
  const comparing = order === "name" ? byName(language) : compare[order];
  return devices
    .filter(isMeant)
    .sort((a, b) => Number(isOver(a, now)) - Number(isOver(b, now)) || comparing(a, b));
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

type Compare = (a: Device, b: Device) => number;

const compare: Record<Exclude<DeviceOrder, "name">, Compare> = {
  // A device that was not used yet was at least signed in.
  used: (a, b) => newest(a.lastUsedAt ?? a.createdAt, b.lastUsedAt ?? b.createdAt),
  added: (a, b) => newest(a.createdAt, b.createdAt),
  ends: (a, b) => newest(b.expiresAt, a.expiresAt),
};

/** As the reader's language sorts names, and `runner-2` before `runner-10`. */
function byName(language: string): Compare {
  const { compare: order } = new Intl.Collator(formatsOf(language), { numeric: true, sensitivity: "base" });
  return (a, b) => order(a.name, b.name);
}

/** The place as it is kept, and as it is shown. */
function textOf(device: Device, language: string): string {
  const { name, deviceOs, clientName, clientVersion, ipAddress, source } = device;
  const place = source.place && [source.place, placeIn(language, source.place)];
  return [name, deviceOs, clientName, clientVersion, ipAddress, place].flat().filter(Boolean).join(" ");
}

/** Without case and accents, so that "zurich" finds Zürich. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
