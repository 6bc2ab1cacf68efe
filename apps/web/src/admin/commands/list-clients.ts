import { listClients } from "@alprina/api";
import { calendarDate } from "@/lib/dates";
import { layOut } from "../layout";
import type { Session } from "../session";
import type { Terminal } from "../terminal";
import { clientJson, kindName } from "../words";

/** Every client, the oldest first. */
export async function showClients(
  terminal: Terminal,
  { deps }: Session,
  { json }: { json?: boolean },
): Promise<void> {
  const clients = await listClients(deps);
  if (json) return terminal.json(clients.map(clientJson));
  const rows = clients.map(({ id, name, kind, devices, createdAt }) => [
    id,
    name,
    kindName[kind],
    kind === "resource_server" ? "-" : String(devices),
    calendarDate(createdAt, "en"),
  ]);
  const headings = ["ID", "NAME", "KIND", "DEVICES", "ADDED"];
  for (const line of layOut(headings, rows, terminal.dataWidth)) terminal.data(line);
}
