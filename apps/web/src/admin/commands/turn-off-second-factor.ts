import { showPerson, turnOffSecondFactorOf } from "@alprina/api";
import { confirm } from "../confirm";
import { AdminError } from "../explain";
import type { Session } from "../session";
import type { Terminal } from "../terminal";

/** Lets somebody who has lost what their second factor takes sign in by the password alone, until they set one up. */
export async function turnOffSecondFactor(
  terminal: Terminal,
  { deps }: Session,
  email: string,
  { yes }: { yes?: boolean },
): Promise<void> {
  const person = await showPerson(deps, email);
  if (!person.hasSecondFactor) return terminal.say(`${person.email} has no second factor.`);
  if (!yes && !terminal.isInteractive) {
    throw new AdminError(
      `From then on the password of ${person.email} is enough. Nobody can be asked here: add --yes to do it.`,
    );
  }
  const question = `Are you sure that it is ${person.email} who asks? From then on their password is enough.`;
  if (!yes && !(await confirm(terminal, question))) throw new AdminError("Nothing was changed.");
  if (!(await turnOffSecondFactorOf(deps, email)))
    return terminal.say(`${person.email} has no second factor.`);
  terminal.success(`Turned off the second factor of ${person.email}. Their password is enough from here on.`);
}
