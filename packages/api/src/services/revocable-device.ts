import { readScopes, type Scope } from "../domain/scopes";
import { addressSubject } from "../limits/subject";
import { describeSource, findNoPlace } from "../places/source";
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
  /** What it may do. */
  scopes: Scope[];
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
    scopes: readScopes(device.scope),
  };
}

/**
 * Where a device came from: what is paused when it was not its owner's. Not whom the server could not tell, and not
 * this machine, which has two addresses: that is whoever runs the server, or a proxy that nobody named.
 */
export function sourcesOf({ askedFrom, terminal }: AlertedDevice): Set<string> {
  const told = [askedFrom, terminal?.ipAddress ?? null].filter((address) => {
    const { kind } = describeSource(address, findNoPlace);
    return kind === "public" || kind === "private";
  });
  return new Set(told.map(addressSubject));
}
