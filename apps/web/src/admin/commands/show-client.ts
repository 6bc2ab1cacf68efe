import { listClients } from "@alprina/api";
import { exactTime } from "@/lib/dates";
import { AdminError } from "../explain";
import { facts } from "../layout";
import type { Session } from "../session";
import type { Terminal } from "../terminal";
import { clientFacts, clientJson } from "../words";

/** One client with all that it may do. */
export async function showClient(
  terminal: Terminal,
  { deps }: Session,
  id: string,
  { json }: { json?: boolean },
): Promise<void> {
  const client = (await listClients(deps)).find((one) => one.id === id);
  if (!client) throw new AdminError(`There is no client "${id}".`);
  if (json) return terminal.json(clientJson(client));
  const lines = facts(
    [
      ...clientFacts(client),
      ["Devices", String(client.devices)],
      ["Added", exactTime(client.createdAt, "en").split(" ")],
    ],
    terminal.dataWidth,
  );
  for (const line of lines) terminal.data(line);
}
