import { after } from "../domain/policy";
import type { SignInAttempt } from "./begin-sign-in";
import type { Deps } from "./deps";

/** How long a person may take from the password to the code. */
export const SECOND_STEP_SECONDS = 600;

/** Whether a session of this person needs more than a password. */
export async function hasSecondFactor({ store }: Pick<Deps, "store">, personId: string): Promise<boolean> {
  return Boolean((await store.findSecondFactor(personId))?.confirmedAt);
}

/**
 * What a browser holds from the right password until the code: it says whose password was right, and when, under the
 * server's signature. It opens nothing by itself, is stored nowhere, and is worth nothing once the password is another.
 */
export function proveFirstFactor({ secrets }: Pick<Deps, "secrets">, attempt: SignInAttempt): string {
  const { person, passwordHash, begunAt } = attempt;
  if (!person || passwordHash === null) throw new Error("Nobody has signed in by this password.");
  return secrets.signFirstFactor(person.id, begunAt, passwordHash);
}

/** The sign-in that such a proof is of; null when it is none, is over, or when something has ended it since. */
export async function readFirstFactor(
  { secrets, store, now }: Pick<Deps, "secrets" | "store" | "now">,
  proof: string,
): Promise<SignInAttempt | null> {
  const said = secrets.readFirstFactor(proof);
  if (!said || said.begunAt > now() || said.begunAt < after(now(), -SECOND_STEP_SECONDS)) return null;
  const [person, standing] = await Promise.all([
    store.findPerson(said.personId),
    store.findSignInStanding(said.personId),
  ]);
  if (!person || !standing?.passwordHash) return null;
  const { passwordHash, signedOutAt } = standing;
  if (signedOutAt !== null && signedOutAt >= said.begunAt) return null;
  return said.isOf(passwordHash) ? { person, passwordHash, begunAt: said.begunAt } : null;
}
