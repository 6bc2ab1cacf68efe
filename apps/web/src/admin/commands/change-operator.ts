import { appointOperator, dismissOperator } from "@alprina/api";
import { AdminError } from "../explain";
import type { Session } from "../session";
import type { Terminal } from "../terminal";

/** Makes a person an operator, or takes the role from them. */
export async function changeOperator(
  terminal: Terminal,
  { deps, publicUrl }: Session,
  email: string,
  { remove }: { remove?: boolean },
): Promise<void> {
  if (!remove) {
    if (!(await appointOperator(deps, email))) return terminal.say(`${email} is an operator already.`);
    return terminal.success(`${email} is an operator now: ${publicUrl}/admin`);
  }
  switch (await dismissOperator(deps, email)) {
    case "dismissed":
      return terminal.success(`${email} is no operator any more.`);
    case "none":
      return terminal.say(`${email} is no operator.`);
    case "last":
      throw new AdminError(
        `${email} is the only operator who can sign in. Make another one first: people operator <e-mail>.`,
      );
  }
}
