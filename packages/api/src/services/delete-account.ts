import type { Person } from "../store/index";
import { checkPassword } from "./check-password";
import type { Deps, Sender } from "./deps";
import { operatorNote } from "./note";
import { requireFreshSignIn } from "./require-fresh-sign-in";

export type DeleteAccountAnswer = { kind: "deleted" | "wrong-email" | "wrong-password" };

/**
 * Deletes this person, who says so by typing their e-mail address, and their password where they have one. Keys and
 * sessions end at once; what happened stays written down, of nobody.
 * @throws ProductError `sign-in-too-old`, and `over-budget` for whoever guesses at the password.
 */
export async function deleteAccount(
  deps: Deps,
  sender: Sender,
  person: Person,
  { email, password }: { email: string; password?: string },
): Promise<DeleteAccountAnswer> {
  requireFreshSignIn(deps, sender);
  if (email.trim().toLowerCase() !== person.email.toLowerCase()) return { kind: "wrong-email" };
  const hasPassword = (await deps.store.findPasswordHash(person.id)) !== null;
  if (hasPassword && (await checkPassword(deps, sender, person, password ?? "")) === null) {
    return { kind: "wrong-password" };
  }
  // From nowhere, as an operator's: it must not say who it was.
  await deps.store.deletePerson(person.id, operatorNote("account-deleted", deps.now()));
  return { kind: "deleted" };
}
