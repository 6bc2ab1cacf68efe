import type { Person } from "../store/index";
import type { Deps } from "./deps";
import { toDevice, type Device } from "./devices";

/** Every device of this person, the newest first, with what was revoked or ran out. */
export async function listDevices(deps: Deps, person: Person): Promise<Device[]> {
  const now = deps.now();
  return (await deps.store.listKeys(person.id)).map((key) => toDevice(key, now));
}
