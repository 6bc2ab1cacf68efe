import { listPeople } from "@alprina/api";
import { calendarDate } from "@/lib/dates";
import { layOut } from "../layout";
import type { Session } from "../session";
import type { Terminal } from "../terminal";

/** Everybody with an account, who came first first. */
export async function showPeople(
  terminal: Terminal,
  { deps }: Session,
  { json }: { json?: boolean },
): Promise<void> {
  const people = await listPeople(deps);
  if (json) return terminal.json(people);
  if (people.length === 0) return terminal.say("Nobody has an account yet.");
  const rows = people.map(({ email, fullName, browsers, devices, lockedAt, operatorSince, createdAt }) => [
    email,
    fullName ?? "-",
    String(browsers),
    String(devices),
    [lockedAt ? "locked" : "open", ...(operatorSince ? ["operator"] : [])].join(", "),
    calendarDate(createdAt, "en"),
  ]);
  const headings = ["E-MAIL", "NAME", "BROWSERS", "DEVICES", "ACCOUNT", "SINCE"];
  for (const line of layOut(headings, rows, terminal.dataWidth)) terminal.data(line);
}
