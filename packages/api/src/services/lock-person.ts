import { ProductError } from "../domain/errors";
import type { Person } from "../store/index";
import type { Deps } from "./deps";
import { operatorNote } from "./note";

type OperatorDeps = Pick<Deps, "store" | "now">;

/**
 * Locks an account: no sign-in, no key, and every session and device that there is ends. Locking it again changes
 * nothing.
 * @throws ProductError `invalid-input` when nobody has this e-mail address.
 */
export async function lockPerson(deps: OperatorDeps, email: string): Promise<Person> {
  const person = await requirePerson(deps, email);
  const now = deps.now();
  await deps.store.lockPerson(person.id, now, {
    lock: operatorNote("account-locked", now),
    devices: operatorNote("device-revoked", now, "the account was locked"),
  });
  return person;
}

/** Opens a locked account again; its person signs in anew. */
export async function unlockPerson(deps: OperatorDeps, email: string): Promise<Person> {
  const person = await requirePerson(deps, email);
  await deps.store.unlockPerson(person.id, operatorNote("account-unlocked", deps.now()));
  return person;
}

async function requirePerson({ store }: OperatorDeps, email: string): Promise<Person> {
  const person = await store.findPersonByEmail(email);
  if (!person) throw new ProductError("invalid-input", `Nobody here has the address ${email}.`);
  return person;
}
