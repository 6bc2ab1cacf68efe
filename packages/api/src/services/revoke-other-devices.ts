import type { Person } from "../store/index";
import type { Deps } from "./deps";
import { deviceNotFound } from "./revoke-device";

/**
 * Revokes every device of this person but one.
 * @throws ProductError `device-not-found` when the one to keep is not theirs: then nothing is revoked.
 */
export async function revokeOtherDevices(
  deps: Deps,
  person: Person,
  input: { keepId: string },
): Promise<{ revoked: number }> {
  if (!(await deps.store.findOwnKey(input.keepId, person.id))) throw deviceNotFound();
  return { revoked: await deps.store.revokeOtherKeys(input.keepId, person.id, deps.now()) };
}
