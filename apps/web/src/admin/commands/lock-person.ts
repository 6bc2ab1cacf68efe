import { lockPerson, showPerson } from "@alprina/api";
import { confirm } from "../confirm";
import { AdminError } from "../explain";
import type { Session } from "../session";
import type { Terminal } from "../terminal";
import { signedInInWords } from "../words";

/** Locks an account, after the operator has read what ends with it. */
export async function lock(
  terminal: Terminal,
  { deps }: Session,
  email: string,
  { yes }: { yes?: boolean },
): Promise<void> {
  const person = await showPerson(deps, email);
  if (person.lockedAt) return terminal.say(`${person.email} is locked already.`);
  const ends = signedInInWords({ sessions: person.browsers, devices: person.devices });
  if (!yes && !terminal.isInteractive) {
    throw new AdminError(
      `Locking ${person.email} signs out ${ends}. Nobody can be asked here: add --yes to do it.`,
    );
  }
  const question = `Lock ${person.email}? This signs out ${ends}, for good.`;
  if (!yes && !(await confirm(terminal, question))) throw new AdminError("Nothing was locked.");
  const ended = await lockPerson(deps, email);
  if (!ended) return terminal.say(`${person.email} is locked already.`);
  terminal.success(`Locked ${person.email}. Signed out: ${signedInInWords(ended)}.`);
}
