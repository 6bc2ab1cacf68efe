import { readScopes, scopes } from "../domain/scopes";
import { addressSubject } from "../limits/subject";
import type { AlertedDevice } from "../store/index";
import type { Deps } from "./deps";
import { showClient } from "./review-request";

/** Where somebody was; only what is known. */
export interface Whereabouts {
  ipAddress: string | null;
  place: string | null;
  network: string | null;
  userAgent: string | null;
}

/** A new device as its owner is told of it, with the facts of both sides. Names are what a terminal said of itself. */
export interface RevocableDevice {
  name: string;
  clientName: string;
  clientVersion: string | null;
  deviceOs: string | null;
  terminal: Whereabouts | null;
  /** The browser in which it was approved, or in which its code was read. */
  browser: Whereabouts | null;
  /** What it may do, in words. */
  abilities: string[];
  addedAt: Date;
  expiresAt: Date;
}

export async function showRevocable(
  deps: Pick<Deps, "clients">,
  device: AlertedDevice,
): Promise<RevocableDevice> {
  const { name, clientVersion, deviceOs, terminal, browser, createdAt, expiresAt } = device;
  return {
    ...{ name, clientVersion, deviceOs, terminal, expiresAt, addedAt: createdAt },
    clientName: (await showClient(deps.clients, device.clientId)).name,
    browser: browser && {
      ipAddress: browser.ipAddress,
      place: browser.place,
      network: browser.network,
      userAgent: browser.userAgent,
    },
    abilities: readScopes(device.scope).map((scope) => scopes[scope].title),
  };
}

/** Where a device came from: what is paused when it was not its owner's. Not those whom the server could not tell. */
export function sourcesOf({ askedFrom, terminal }: AlertedDevice): Set<string> {
  const known = [askedFrom, terminal?.ipAddress ?? null].filter((address) => address !== null);
  const sources = new Set(known.map(addressSubject));
  sources.delete(addressSubject(null));
  return sources;
}
