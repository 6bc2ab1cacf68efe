import type { Person, SignedOut } from "../store/index";
import { checkPassword } from "./check-password";
import type { Deps, Sender } from "./deps";
import { note } from "./note";
import { requireFreshSignIn } from "./require-fresh-sign-in";

export type ChangePasswordAnswer = ({ kind: "changed" } & SignedOut) | { kind: "wrong-password" };

/**
 * Another password for this person. It signs out every other browser, and the devices where they want that; what
 * they approved and nobody fetched is worth nothing from here on.
 * @throws ProductError `sign-in-too-old`, and `over-budget` for whoever guesses at the old password.
 */
export async function changePassword(
  deps: Deps,
  sender: Sender,
  person: Person,
  { oldPassword, newPassword, devices }: { oldPassword: string; newPassword: string; devices: boolean },
): Promise<ChangePasswordAnswer> {
  requireFreshSignIn(deps, sender);
  const former = await checkPassword(deps, sender, person, oldPassword);
  if (former === null) return { kind: "wrong-password" };
  const next = await deps.passwords.hash(newPassword);
  const now = deps.now();
  const signedOut = await deps.store.changePassword(
    person.id,
    { former, next },
    { keepSessionId: sender.sessionId ?? undefined, devices },
    now,
    {
      sessions: note(deps, sender, "password-changed", now),
      devices: note(deps, sender, "device-revoked", now),
    },
  );
  return signedOut ? { kind: "changed", ...signedOut } : { kind: "wrong-password" };
}
