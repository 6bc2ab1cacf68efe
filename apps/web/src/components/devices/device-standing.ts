import { DAY } from "@/lib/dates";
import type { Device } from "@/trpc/client";

const SOON_DAYS = 14;

export type Standing =
  { kind: "revoked" | "expired" | "new" | "never-used" | "fine" } | { kind: "ends-soon"; days: number };

/** What is most worth knowing about a device, in one badge. */
export function deviceStanding(device: Device, now: number): Standing {
  if (device.status === "revoked") return { kind: "revoked" };
  const left = device.expiresAt.getTime() - now;
  if (device.expired || left <= 0) return { kind: "expired" };
  if (left < SOON_DAYS * DAY) return { kind: "ends-soon", days: Math.ceil(left / DAY) };
  if (now - device.createdAt.getTime() < DAY) return { kind: "new" };
  return { kind: device.lastUsedAt ? "fine" : "never-used" };
}

export function isOver(device: Device, now: number): boolean {
  const { kind } = deviceStanding(device, now);
  return kind === "revoked" || kind === "expired";
}
