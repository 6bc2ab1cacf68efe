import { ProductError } from "../domain/errors";
import type { ListedPerson, Person, SignedOut } from "../store/index";
import type { Deps } from "./deps";
import { operatorNote } from "./note";

type OperatorDeps = Pick<Deps, "store" | "now">;

/**
 * Locks an account: no sign-in, no key, and every session and device that there is ends. What ended; null when it
 * was locked already, which changes nothing.
 * @throws ProductError `invalid-input` when nobody has this e-mail address.
 */
export async function lockPerson(deps: OperatorDeps, email: string): Promise<SignedOut | null> {
  const person = await requirePerson(deps, email);
  const now = deps.now();
  return deps.store.lockPerson(person.id, now, {
    lock: operatorNote("account-locked", now),
    devices: operatorNote("device-revoked", now, "the account was locked"),
  });
}

/**
 * Opens a locked account again; its person signs in anew. False when it was open.
 * @throws ProductError `invalid-input` when nobody has this e-mail address.
 */
export async function unlockPerson(deps: OperatorDeps, email: string): Promise<boolean> {
  const person = await requirePerson(deps, email);
  return deps.store.unlockPerson(person.id, operatorNote("account-unlocked", deps.now()));
}

/**
 * Signs a person out of every browser, and of every device where the operator wants that. How many of each.
 * @throws ProductError `invalid-input` when nobody has this e-mail address.
 */
export async function signOutPerson(
  deps: OperatorDeps,
  email: string,
  { devices }: { devices: boolean },
): Promise<SignedOut> {
  const person = await requirePerson(deps, email);
  const now = deps.now();
  return deps.store.signOutEverywhere(person.id, { devices }, now, {
    sessions: operatorNote("sessions-ended", now, "by the operator"),
    devices: operatorNote("device-revoked", now, "by the operator"),
  });
}

/** A person as an operator sees them, with how they sign in: `password`, or the id of an identity provider. */
export interface ShownPerson extends ListedPerson {
  waysToSignIn: string[];
}

/**
 * A person with what is signed in as them.
 * @throws ProductError `invalid-input` when nobody has this e-mail address.
 */
export async function showPerson({ store, now }: OperatorDeps, email: string): Promise<ShownPerson> {
  const [person] = await store.listPeople(now(), email);
  if (!person) throw nobody(email);
  return { ...person, waysToSignIn: await store.findWaysToSignIn(person.id) };
}

async function requirePerson({ store }: OperatorDeps, email: string): Promise<Person> {
  const person = await store.findPersonByEmail(email);
  if (!person) throw nobody(email);
  return person;
}

function nobody(email: string): ProductError {
  return new ProductError("invalid-input", `Nobody here has the address ${email}.`);
}
