import type { LinkedAccount, Person, Removed } from "../store/index";
import type { Deps, Sender } from "./deps";
import { note } from "./note";
import { requireFreshSignIn } from "./require-fresh-sign-in";

export function listLinkedAccounts({ store }: Pick<Deps, "store">, person: Person): Promise<LinkedAccount[]> {
  return store.listLinkedAccounts(person.id);
}

/**
 * Takes away a way in by an identity provider, unless it is the only one. Browsers that came by it stay signed in.
 * @throws ProductError `sign-in-too-old`.
 */
export async function unlinkAccount(
  deps: Deps,
  sender: Sender,
  person: Person,
  { id }: { id: string },
): Promise<{ kind: Removed }> {
  requireFreshSignIn(deps, sender);
  const unlinked = note(deps, sender, "account-unlinked", deps.now());
  return { kind: await deps.store.unlinkAccount(id, person.id, deps.policy.signInWays, unlinked) };
}
