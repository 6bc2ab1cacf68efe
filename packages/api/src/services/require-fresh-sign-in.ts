import { ProductError } from "../domain/errors";
import { after } from "../domain/policy";
import type { Deps, Sender } from "./deps";

type PolicyAndClock = Pick<Deps, "policy" | "now">;

/**
 * Whoever gives a key away must have signed in not long ago: an open browser that somebody else sits down at is not
 * enough.
 * @throws ProductError `sign-in-too-old`.
 */
export function requireFreshSignIn(deps: PolicyAndClock, sender: Sender): void {
  if (!mustSignInAgain(deps, sender)) return;
  throw new ProductError("sign-in-too-old", "You signed in a while ago. Sign in again, then go on.");
}

/** The same as a question, so that a page can say it before anybody has compared and chosen in vain. */
export function mustSignInAgain({ policy, now }: PolicyAndClock, { signedInAt }: Sender): boolean {
  if (policy.freshSignInSeconds === 0 || !signedInAt) return false;
  return signedInAt < after(now(), -policy.freshSignInSeconds);
}
