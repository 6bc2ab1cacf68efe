import type { Person } from "../store/index";
import type { Deps } from "./deps";
import { describeDevices, type Device } from "./devices";

/** Every device of this person, the newest first, with what was revoked or ran out. */
export async function listDevices(deps: Deps, person: Person): Promise<Device[]> {
  // "Last used" is to be true on the page that it stands on.
  await deps.uses.flush();
  return describeDevices(deps, await deps.store.listKeys(person.id), deps.now());
}
