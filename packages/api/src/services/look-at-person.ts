import type { Deps } from "./deps";
import { describeDevices, type Device } from "./devices";
import { listSessions, type BrowserView } from "./list-sessions";
import { showPerson, type ShownPerson } from "./operate-people";

/** Everything about one person that an operator looks after. */
export interface PersonInDetail extends ShownPerson {
  sessions: BrowserView[];
  /** The newest first, with what was revoked or ran out. */
  keys: Device[];
}

/**
 * One person with every browser and device of theirs.
 * @throws ProductError `invalid-input` when there is nobody of this id.
 */
export async function lookAtPerson(
  deps: Pick<Deps, "store" | "now" | "uses" | "clients" | "findPlace">,
  { id }: { id: string },
): Promise<PersonInDetail> {
  // "Last used" is to be true on the page that it stands on.
  await deps.uses.flush();
  const person = await showPerson(deps, { id });
  const [sessions, keys] = await Promise.all([
    listSessions(deps, { ipAddress: null, userAgent: null }, person),
    deps.store.listKeys(id),
  ]);
  return { ...person, sessions, keys: await describeDevices(deps, keys, deps.now()) };
}
