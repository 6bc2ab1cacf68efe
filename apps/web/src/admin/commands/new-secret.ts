import { replaceClientSecret } from "@alprina/api";
import type { Session } from "../session";
import type { Terminal } from "../terminal";
import { showSecret } from "./show-secret";

/** Gives a client a new secret; the former one ends. */
export async function newSecret(
  terminal: Terminal,
  { deps }: Session,
  id: string,
  { json }: { json?: boolean },
): Promise<void> {
  const clientSecret = await replaceClientSecret(deps, id);
  terminal.success(`"${id}" has a new secret. Running servers refuse the former one within five seconds.`);
  if (json) terminal.json({ id, clientSecret });
  showSecret(terminal, clientSecret, { json });
}
