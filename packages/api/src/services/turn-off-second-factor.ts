import type { Person } from "../store/index";
import { checkPassword } from "./check-password";
import type { Deps, Sender } from "./deps";
import { note } from "./note";
import { requireFreshSignIn } from "./require-fresh-sign-in";

export type TurnOffSecondFactorAnswer = { kind: "off" | "off-already" | "wrong-password" };

/**
 * From here on the password is enough again.
 * @throws ProductError `sign-in-too-old`, and `over-budget` for whoever guesses at the password.
 */
export async function turnOffSecondFactor(
  deps: Deps,
  sender: Sender,
  person: Person,
  { password }: { password: string },
): Promise<TurnOffSecondFactorAnswer> {
  requireFreshSignIn(deps, sender);
  if ((await checkPassword(deps, sender, person, password)) === null) return { kind: "wrong-password" };
  const wasOn = await deps.store.removeSecondFactor(
    person.id,
    note(deps, sender, "second-factor-off", deps.now()),
  );
  return { kind: wasOn ? "off" : "off-already" };
}
