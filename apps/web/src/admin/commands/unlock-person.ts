import { unlockPerson } from "@alprina/api";
import type { Session } from "../session";
import type { Terminal } from "../terminal";

/** Opens a locked account again. What was signed out stays so. */
export async function unlock(terminal: Terminal, { deps }: Session, email: string): Promise<void> {
  if (!(await unlockPerson(deps, email))) return terminal.say(`${email} is not locked.`);
  terminal.success(`Unlocked ${email}. They can sign in again, and must: what ended stays ended.`);
}
