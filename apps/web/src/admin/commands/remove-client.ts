import { previewClientRemoval, removeClient } from "@alprina/api";
import { confirm } from "../confirm";
import { AdminError } from "../explain";
import type { Session } from "../session";
import type { Terminal } from "../terminal";
import { devicesInWords } from "../words";

/** Removes a client and signs its devices out, after the operator has read how many those are. */
export async function dropClient(
  terminal: Terminal,
  { deps }: Session,
  id: string,
  { yes }: { yes?: boolean },
): Promise<void> {
  const { name, devices } = await previewClientRemoval(deps, id);
  const what = `"${name}" (${id})`;
  if (!yes && !terminal.isInteractive) {
    throw new AdminError(
      `Removing ${what} signs out ${devicesInWords(devices)}. Nobody can be asked here: add --yes to do it.`,
    );
  }
  const question = `Remove ${what}? This signs out ${devicesInWords(devices)}.`;
  if (!yes && !(await confirm(terminal, question))) throw new AdminError("Nothing was removed.");
  const signedOut = await removeClient(deps, id);
  terminal.success(`Removed ${what}. Signed out: ${devicesInWords(signedOut)}.`);
}
