import { readBackupCode } from "../domain/backup-code";
import type { Person } from "../store/index";
import { stepOfCode } from "./authenticator";
import type { Deps, Sender } from "./deps";
import { note, noteAlone } from "./note";
import { secretOf } from "./second-factor";
import { spend } from "./spend";

export type PassSecondFactorAnswer = { kind: "passed" | "wrong-code" };

/**
 * Takes a code of the app, or a backup code, of somebody whose password was right; each code is taken once. Who has
 * turned it off meanwhile passes with no code that is looked at.
 * @throws ProductError `over-budget`, the same for a right and a wrong code.
 */
export async function passSecondFactor(
  deps: Deps,
  sender: Sender,
  person: Person,
  code: string,
): Promise<PassSecondFactorAnswer> {
  const subject = { subject: person.id, userId: person.id };
  await spend(
    deps,
    sender,
    { name: "second-factor:person", ...subject },
    { name: "second-factor:day", ...subject },
  );
  if (await takes(deps, sender, person, code)) return { kind: "passed" };
  const detail = "the password was right, the code was not";
  await noteAlone(deps, sender, "sign-in-failed", deps.now(), { userId: person.id, detail });
  return { kind: "wrong-code" };
}

async function takes(deps: Deps, sender: Sender, person: Person, typed: string): Promise<boolean> {
  const { store, secrets } = deps;
  const now = deps.now();
  const found = await store.findSecondFactor(person.id);
  if (!found?.confirmedAt) return true;
  const step = stepOfCode(secretOf(deps, found), typed, now);
  if (step !== null) return store.takeStep(person.id, found.sealedSecret, step);
  const backupCode = readBackupCode(typed);
  if (backupCode === null) return false;
  const used = note(deps, sender, "backup-code-used", now);
  return store.takeBackupCode(person.id, secrets.hmacBackupCode(person.id, backupCode), used);
}
