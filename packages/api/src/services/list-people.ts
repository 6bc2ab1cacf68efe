import type { ListedPerson } from "../store/index";
import type { Deps } from "./deps";

/** Everybody with an account here, with how many browsers and devices are signed in as them. */
export function listPeople({ store, now }: Pick<Deps, "store" | "now">): Promise<ListedPerson[]> {
  return store.listPeople(now());
}
