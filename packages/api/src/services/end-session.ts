import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { note } from "./note";

/** Signs one browser of this person out. False when it was over, or is not theirs. */
export async function endSession(deps: Deps, sender: Sender, person: Person, id: string): Promise<boolean> {
  return deps.store.endSession(id, person.id, note(deps, sender, "sessions-ended", deps.now()));
}
