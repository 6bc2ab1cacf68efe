import { changeEmailOf } from "@alprina/api";
import type { Session } from "../session";
import type { Terminal } from "../terminal";

/** Gives a person another e-mail address. Whether it is theirs is for the operator to know. */
export async function changeEmail(
  terminal: Terminal,
  { deps }: Session,
  email: string,
  next: string,
): Promise<void> {
  await changeEmailOf(deps, email, next);
  terminal.success(`${email} is ${next.trim().toLowerCase()} from here on, and signs in by that.`);
}
