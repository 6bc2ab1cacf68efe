import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { note } from "./note";

export const MOST_AT_ONCE = 1_000;

/**
 * Revokes these devices of this person, all or none; how many it ended. Those that are over, or not theirs, change
 * nothing and are not counted.
 */
export async function revokeSomeDevices(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { ids: string[] },
): Promise<{ revoked: number }> {
  const now = deps.now();
  const revoked = note(deps, sender, "device-revoked", now);
  return { revoked: await deps.store.revokeKeysWithIds(person.id, input.ids, now, revoked) };
}
