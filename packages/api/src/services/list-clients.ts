import type { Client } from "../domain/client";
import type { Deps } from "./deps";

/** A client as the operator sees it. */
export interface ClientView extends Client {
  /** How many devices are signed in through it now. */
  devices: number;
}

/** Every registered client, the oldest first. */
export async function listClients({ store, now }: Pick<Deps, "store" | "now">): Promise<ClientView[]> {
  const [clients, devices] = await Promise.all([store.listClients(), store.countDevicesOfClients(now())]);
  return clients.map(({ secretHash: _, ...client }) => ({ ...client, devices: devices.get(client.id) ?? 0 }));
}
