import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { note } from "./note";

/**
 * Signs a person out of every browser but this one, and of every device where they want that. Logins that they
 * approved and nobody fetched are worth nothing from here on. How many of each ended.
 */
export function signOutEverywhere(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { devices: boolean; keepThisBrowser: boolean },
): Promise<{ sessions: number; devices: number }> {
  const now = deps.now();
  return deps.store.signOutEverywhere(
    person.id,
    { keepSessionId: (input.keepThisBrowser && sender.sessionId) || undefined, devices: input.devices },
    now,
    {
      sessions: note(deps, sender, "sessions-ended", now),
      devices: note(deps, sender, "device-revoked", now),
    },
  );
}
