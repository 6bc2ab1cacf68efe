import "server-only";
import { getContainer } from "./container";

/** Whether nobody has an account here yet, so that whoever makes one is the operator. Never in the way of a page. */
export async function awaitsFirstPerson(): Promise<boolean> {
  return getContainer()
    .deps.store.awaitsFirstPerson()
    .catch(() => false);
}
