import { ProductError } from "../domain/errors";
import type { Person } from "../store/index";
import type { Deps } from "./deps";
import { describeDevice, type Device } from "./devices";

/**
 * Revokes a device of this person: its key opens nothing from here on. Revoking it again changes nothing.
 * @throws ProductError `device-not-found` for a device that is not theirs.
 */
export async function revokeDevice(deps: Deps, person: Person, input: { id: string }): Promise<Device> {
  const now = deps.now();
  await deps.store.revokeKey(input.id, person.id, now);
  const key = await deps.store.findOwnKey(input.id, person.id);
  if (!key) throw deviceNotFound();
  return describeDevice(deps, key, now);
}

export function deviceNotFound(): ProductError {
  return new ProductError("device-not-found", "There is no such device in this account.");
}
