import { showPerson, signOutPerson } from "@alprina/api";
import { confirm } from "../confirm";
import { AdminError } from "../explain";
import type { Session } from "../session";
import type { Terminal } from "../terminal";
import { signedInInWords } from "../words";

/** Signs a person out of every browser, and of their devices if told, after the operator has read how many. */
export async function signOut(
  terminal: Terminal,
  { deps }: Session,
  email: string,
  { yes, devices = false }: { yes?: boolean; devices?: boolean },
): Promise<void> {
  const person = await showPerson(deps, email);
  const ends = signedInInWords({ sessions: person.browsers, devices: devices ? person.devices : 0 });
  if (!yes && !terminal.isInteractive) {
    throw new AdminError(
      `This signs ${person.email} out of ${ends}. Nobody can be asked here: add --yes to do it.`,
    );
  }
  const question = `Sign ${person.email} out of ${ends}?`;
  if (!yes && !(await confirm(terminal, question))) throw new AdminError("Nobody was signed out.");
  const ended = await signOutPerson(deps, email, { devices });
  terminal.success(`Signed ${person.email} out of ${signedInInWords(ended)}.`);
  if (!devices && person.devices > 0)
    terminal.say("  Their devices stay signed in: --devices ends those too.");
}
