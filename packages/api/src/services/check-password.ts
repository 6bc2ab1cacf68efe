import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { spend } from "./spend";

/**
 * The hash of this person's password, when `password` is it; null when it is not, and for somebody without one. An
 * open browser must not be a place to guess at, so every try costs a point.
 * @throws ProductError `over-budget`.
 */
export async function checkPassword(
  deps: Deps,
  sender: Sender,
  person: Person,
  password: string,
): Promise<string | null> {
  await spend(deps, sender, { name: "password:person", subject: person.id, userId: person.id });
  const hash = await deps.store.findPasswordHash(person.id);
  return hash !== null && (await deps.passwords.verify({ hash, password })) ? hash : null;
}
