import { ProductError } from "../domain/errors";
import type { ListedPerson, Person, SignedOut } from "../store/index";
import type { Deps } from "./deps";
import { operatorNote } from "./note";

type OperatorDeps = Pick<Deps, "store" | "now">;

/** Whom an operator means: by the e-mail address at the command, by the id on a page. */
export type Whom = string | { id: string };

/** Which operator does it, at /admin; null for the operator's command. */
export type By = Pick<Person, "id"> | null;

/**
 * Locks an account: no sign-in, no key, and every session and device that there is ends. What ended; null when it
 * was locked already, which changes nothing.
 * @throws ProductError `invalid-input` when there is nobody like this; `forbidden` for an operator who means
 * themselves, and for one who is none any more.
 */
export async function lockPerson(deps: OperatorDeps, whom: Whom, by: By = null): Promise<SignedOut | null> {
  const person = await requirePerson(deps, whom);
  if (person.id === by?.id) throw new ProductError("forbidden", "You cannot lock yourself out.");
  const now = deps.now();
  const ended = await deps.store.lockPerson(person.id, now, {
    lock: operatorNote("account-locked", now, undefined, by),
    devices: operatorNote("device-revoked", now, "the account was locked", by),
  });
  if (!ended) await requireOperator(deps, by);
  return ended;
}

/**
 * Opens a locked account again; its person signs in anew. False when it was open.
 * @throws ProductError `invalid-input` when there is nobody like this; `forbidden` for who is no operator any more.
 */
export async function unlockPerson(deps: OperatorDeps, whom: Whom, by: By = null): Promise<boolean> {
  const person = await requirePerson(deps, whom);
  const note = operatorNote("account-unlocked", deps.now(), undefined, by);
  const isOpened = await deps.store.unlockPerson(person.id, note);
  if (!isOpened) await requireOperator(deps, by);
  return isOpened;
}

/**
 * Signs a person out of every browser, and of every device where the operator wants that. How many of each.
 * @throws ProductError `invalid-input` when there is nobody like this.
 */
export async function signOutPerson(
  deps: OperatorDeps,
  whom: Whom,
  { devices }: { devices: boolean },
  by: By = null,
): Promise<SignedOut> {
  const person = await requirePerson(deps, whom);
  const now = deps.now();
  return deps.store.signOutEverywhere(person.id, { devices }, now, {
    sessions: operatorNote("sessions-ended", now, "by the operator", by),
    devices: operatorNote("device-revoked", now, "by the operator", by),
  });
}

/**
 * Turns the second factor of somebody off who has lost what it takes, once the operator knows that it is them. Their
 * password is enough from here on. False when it was off.
 * @throws ProductError `invalid-input` when nobody has this e-mail address.
 */
export async function turnOffSecondFactorOf(deps: OperatorDeps, email: string): Promise<boolean> {
  const person = await requirePerson(deps, email);
  const off = operatorNote("second-factor-off", deps.now(), "by the operator");
  return deps.store.removeSecondFactor(person.id, off);
}

/**
 * Gives a person another e-mail address, by which they sign in from then on. Nothing that is signed in ends.
 * @throws ProductError `invalid-input` when nobody has `email`, or `next` is somebody's or none.
 */
export async function changeEmailOf(deps: OperatorDeps, email: string, next: string): Promise<void> {
  const person = await requirePerson(deps, email);
  const address = next.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(address) || address.length > 254) {
    throw new ProductError("invalid-input", `${next} is not an e-mail address.`);
  }
  const changed = operatorNote("email-changed", deps.now());
  const answer = await deps.store.changeEmail(person.id, { former: person.email, next: address }, changed);
  if (answer === "taken")
    throw new ProductError("invalid-input", `Somebody here has the address ${address}.`);
  if (answer === "gone") throw nobody(email);
}

/** A person as an operator sees them, with how they sign in: `password`, or the id of an identity provider. */
export interface ShownPerson extends ListedPerson {
  waysToSignIn: string[];
  passkeys: number;
  hasSecondFactor: boolean;
}

/**
 * A person with what is signed in as them.
 * @throws ProductError `invalid-input` when there is nobody like this.
 */
export async function showPerson({ store, now }: OperatorDeps, whom: Whom): Promise<ShownPerson> {
  const [person] = await store.listPeople(now(), whom);
  if (!person) throw nobody(whom);
  const [waysToSignIn, passkeys, secondFactor] = await Promise.all([
    store.findWaysToSignIn(person.id),
    store.countPasskeys(person.id),
    store.findSecondFactor(person.id),
  ]);
  return { ...person, waysToSignIn, passkeys, hasSecondFactor: Boolean(secondFactor?.confirmedAt) };
}

/**
 * Whoever is meant.
 * @throws ProductError `invalid-input` when there is nobody like this.
 */
export async function requirePerson({ store }: Pick<Deps, "store">, whom: Whom): Promise<Person> {
  const person = await (typeof whom === "string" ? store.findPersonByEmail(whom) : store.findPerson(whom.id));
  if (!person) throw nobody(whom);
  return person;
}

/**
 * @throws ProductError `forbidden` for a person who is no operator, or a locked one.
 */
export async function requireOperator({ store }: Pick<Deps, "store">, by: By): Promise<void> {
  if (by && !(await store.findOperator(by.id))) {
    throw new ProductError("forbidden", "This is for the operators of this server.", {
      about: "operators-only",
    });
  }
}

function nobody(whom: Whom): ProductError {
  if (typeof whom === "string") {
    return new ProductError("invalid-input", `Nobody here has the address ${whom}.`);
  }
  return new ProductError("invalid-input", "This person is gone.", { about: "person-gone" });
}
