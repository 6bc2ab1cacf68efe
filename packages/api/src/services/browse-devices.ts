import type { Deps } from "./deps";
import { describeDevices, type Device } from "./devices";
import { pageOf, readCursor, type Page } from "./page-position";

const PAGE = 50;

export interface DevicesQuery {
  /** A part of the device's name, of its owner's e-mail address, or of the address that it came from. */
  words?: string;
  which?: "active" | "ended";
  cursor?: string;
}

/** A device with whose it is. */
export interface OwnedDevice extends Device {
  owner: { id: string; email: string };
}

/** A page of everybody's devices, the newest first. */
export async function browseDevices(
  deps: Pick<Deps, "store" | "now" | "uses" | "clients" | "findPlace">,
  { words, which, cursor }: DevicesQuery,
): Promise<Page<OwnedDevice>> {
  // "Last used" is to be true on the page that it stands on.
  await deps.uses.flush();
  const now = deps.now();
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const filter = { words: words?.trim() || undefined, which, after, limit: PAGE + 1 };
  const { items, next } = pageOf(await deps.store.listKeysPage(filter, now), PAGE);
  const owners = new Map(items.map(({ id, userId, ownerEmail }) => [id, { id: userId, email: ownerEmail }]));
  const devices = await describeDevices(deps, items, now);
  return { items: devices.map((device) => ({ ...device, owner: owners.get(device.id)! })), next };
}
