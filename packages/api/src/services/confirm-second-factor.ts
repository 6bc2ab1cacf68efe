import { after } from "../domain/policy";
import type { Person } from "../store/index";
import { stepOfCode } from "./authenticator";
import type { Deps, Sender } from "./deps";
import { note } from "./note";
import { secretOf } from "./second-factor";
import { spend } from "./spend";

const SET_UP_WITHIN_SECONDS = 60 * 60;

export type ConfirmSecondFactorAnswer =
  | { kind: "on"; backupCodes: string[] }
  /** `over`: it was begun too long ago, or again, or is on already. */
  | { kind: "wrong-code" | "over" };

/**
 * Turns the second factor on, by the first code of the app that it was set up in. The backup codes are told this once.
 * @throws ProductError `over-budget`.
 */
export async function confirmSecondFactor(
  deps: Deps,
  sender: Sender,
  person: Person,
  { code }: { code: string },
): Promise<ConfirmSecondFactorAnswer> {
  await spend(deps, sender, { name: "second-factor:person", subject: person.id, userId: person.id });
  const now = deps.now();
  const found = await deps.store.findSecondFactor(person.id);
  if (!found || found.confirmedAt || found.createdAt < after(now, -SET_UP_WITHIN_SECONDS)) {
    return { kind: "over" };
  }
  const step = stepOfCode(secretOf(deps, found), code, now);
  if (step === null) return { kind: "wrong-code" };
  const { backupCodes, codeHmacs } = deps.secrets.mintBackupCodes(person.id);
  const isOn = await deps.store.confirmSecondFactor(
    person.id,
    { sealedSecret: found.sealedSecret, step, codes: codeHmacs },
    now,
    note(deps, sender, "second-factor-on", now),
  );
  return isOn ? { kind: "on", backupCodes } : { kind: "over" };
}
