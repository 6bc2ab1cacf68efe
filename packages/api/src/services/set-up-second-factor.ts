import type { Person } from "../store/index";
import { describeAuthenticator, newAuthenticatorSecret } from "./authenticator";
import { checkPassword } from "./check-password";
import type { Deps, Sender } from "./deps";
import { requireFreshSignIn } from "./require-fresh-sign-in";

export type SetUpSecondFactorAnswer =
  | {
      kind: "begun";
      /** What the app reads off the page (`otpauth://totp/…`), and the same to be typed. */
      uri: string;
      secret: string;
    }
  | { kind: "wrong-password" | "on-already" };

/**
 * Begins to set up a second factor: nothing is asked for at sign-in until its first code was given. Beginning again
 * makes another secret, and the former one is worth nothing.
 * @throws ProductError `sign-in-too-old`, and `over-budget` for whoever guesses at the password.
 */
export async function setUpSecondFactor(
  deps: Deps,
  sender: Sender,
  person: Person,
  { password }: { password: string },
): Promise<SetUpSecondFactorAnswer> {
  requireFreshSignIn(deps, sender);
  if ((await checkPassword(deps, sender, person, password)) === null) return { kind: "wrong-password" };
  const secret = newAuthenticatorSecret();
  const begun = await deps.store.beginSecondFactor(person.id, deps.secrets.seal(secret), deps.now());
  if (!begun) return { kind: "on-already" };
  const names = { issuer: deps.policy.appName, label: person.email };
  return { kind: "begun", ...describeAuthenticator(secret, names) };
}
