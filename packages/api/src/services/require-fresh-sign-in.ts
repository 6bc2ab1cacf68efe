import { ProductError } from "../domain/errors";
import { after } from "../domain/policy";
import type { Deps, Sender } from "./deps";

/**
 * Whoever gives a key away must have signed in not long ago: an open browser that somebody else sits down at is not
 * enough.
 * @throws ProductError `sign-in-too-old`.
 */
export function requireFreshSignIn(
  { policy, now }: Pick<Deps, "policy" | "now">,
  { signedInAt }: Sender,
): void {
  if (policy.freshSignInSeconds === 0 || !signedInAt) return;
  if (signedInAt >= after(now(), -policy.freshSignInSeconds)) return;
  throw new ProductError("sign-in-too-old", "You signed in a while ago. Sign in again, then go on.");
}
