import { addressSubject } from "../limits/subject";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { noteAlone } from "./note";
import { spend } from "./spend";

/** A sign-in with a password that is under way. */
export interface SignInAttempt {
  /** Whose address it is; null when nobody has it. */
  person: Person | null;
  passwordHash: string | null;
  begunAt: Date;
}

/**
 * One point of every budget for guessing passwords, before anybody looks whether this one is right: what is over
 * budget is answered alike. A success gives nothing back.
 * @throws ProductError `over-budget` with the seconds to wait.
 */
export async function beginSignIn(deps: Deps, sender: Sender, email: string): Promise<SignInAttempt> {
  await spend(
    deps,
    sender,
    { name: "sign-in:address", subject: addressSubject(sender.ipAddress) },
    { name: "sign-in:service", subject: "all" },
  );
  const begunAt = deps.now();
  const person = await deps.store.findPersonByEmail(email);
  // Addresses that nobody has are counted too, or the limit itself would tell who has an account.
  const subject = deps.secrets.emailSubject(email);
  await spend(deps, sender, { name: "sign-in:account", subject, userId: person?.id });
  return { person, passwordHash: person && (await deps.store.findPasswordHash(person.id)), begunAt };
}

/** Writes down that a sign-in did not work. */
export async function noteFailedSignIn(
  deps: Pick<Deps, "findPlace" | "store" | "now">,
  sender: Sender,
  { person }: Pick<SignInAttempt, "person">,
  detail?: string,
): Promise<void> {
  await noteAlone(deps, sender, "sign-in-failed", deps.now(), { userId: person?.id, detail });
}

/** Whether the password is still the one that it was when the sign-in began. */
export async function isPasswordUnchanged(
  { store }: Pick<Deps, "store">,
  { person, passwordHash }: SignInAttempt,
): Promise<boolean> {
  return person !== null && (await store.findPasswordHash(person.id)) === passwordHash;
}
