import { updateClient, type ClientChanges } from "@alprina/api";
import type { Session } from "../session";
import type { Terminal } from "../terminal";
import { clientFacts, clientJson } from "../words";

/** Changes a client, and shows what it is now. */
export async function changeClient(
  terminal: Terminal,
  { deps }: Session,
  id: string,
  changes: ClientChanges,
  { json }: { json?: boolean },
): Promise<void> {
  const client = await updateClient(deps, id, changes);
  terminal.success("Changed. Running servers see it within five seconds.");
  if (json) return terminal.json(clientJson(client));
  terminal.sayFacts(clientFacts(client));
}
