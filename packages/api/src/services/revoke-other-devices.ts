import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { note } from "./note";
import { deviceNotFound } from "./revoke-device";

/**
 * Revokes every device of this person but one.
 * @throws ProductError `device-not-found` when the one to keep is not theirs: then nothing is revoked.
 */
export async function revokeOtherDevices(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { keepId: string },
): Promise<{ revoked: number }> {
  if (!(await deps.store.findOwnKey(input.keepId, person.id))) throw deviceNotFound();
  const now = deps.now();
  const revoked = note(deps, sender, "device-revoked", now);
  return { revoked: await deps.store.revokeKeys(person.id, { keepId: input.keepId }, now, revoked) };
}
