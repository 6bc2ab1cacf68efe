import type { Person } from "../store/index";
import { checkPassword } from "./check-password";
import type { Deps, Sender } from "./deps";
import { note } from "./note";
import { requireFreshSignIn } from "./require-fresh-sign-in";

export type RenewBackupCodesAnswer =
  { kind: "renewed"; backupCodes: string[] } | { kind: "wrong-password" | "off" };

/**
 * Other backup codes, told this once; the former ones are worth nothing from here on.
 * @throws ProductError `sign-in-too-old`, and `over-budget` for whoever guesses at the password.
 */
export async function renewBackupCodes(
  deps: Deps,
  sender: Sender,
  person: Person,
  { password }: { password: string },
): Promise<RenewBackupCodesAnswer> {
  requireFreshSignIn(deps, sender);
  if ((await checkPassword(deps, sender, person, password)) === null) return { kind: "wrong-password" };
  const { backupCodes, codeHmacs } = deps.secrets.mintBackupCodes(person.id);
  const renewed = await deps.store.renewBackupCodes(
    person.id,
    codeHmacs,
    note(deps, sender, "backup-codes-renewed", deps.now()),
  );
  return renewed ? { kind: "renewed", backupCodes } : { kind: "off" };
}
