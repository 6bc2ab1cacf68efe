import { ProductError } from "../domain/errors";
import { OWN_CLIENT_ID } from "../domain/policy";
import type { Deps } from "./deps";
import { listClients, type ClientView } from "./list-clients";

/**
 * The client that `removeClient` would remove, with how many devices that would sign out.
 * @throws ProductError as `removeClient` would.
 */
export async function previewClientRemoval(
  deps: Pick<Deps, "store" | "now">,
  id: string,
): Promise<ClientView> {
  requireRemovable(id);
  const client = (await listClients(deps)).find((one) => one.id === id);
  if (!client) throw noSuchClient(id);
  return client;
}

/** @throws ProductError for the product's own client. */
export function requireRemovable(id: string): void {
  if (id !== OWN_CLIENT_ID) return;
  throw new ProductError(
    "invalid-input",
    `${OWN_CLIENT_ID} stays: command lines that name no client are it.`,
  );
}

export function noSuchClient(id: string): ProductError {
  return new ProductError("invalid-input", `There is no client "${id}".`);
}
