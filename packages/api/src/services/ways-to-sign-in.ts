import type { Person } from "../store/index";
import type { Deps } from "./deps";

/** How this person signs in: `password`, or the id of an identity provider; the oldest way first. */
export function waysToSignIn({ store }: Pick<Deps, "store">, person: Person): Promise<string[]> {
  return store.findWaysToSignIn(person.id);
}
