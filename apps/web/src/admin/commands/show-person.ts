import { showPerson } from "@alprina/api";
import { exactTime } from "@/lib/dates";
import { facts } from "../layout";
import type { Session } from "../session";
import type { Terminal } from "../terminal";

/** One person with what is signed in as them. */
export async function showOnePerson(
  terminal: Terminal,
  { deps }: Session,
  email: string,
  { json }: { json?: boolean },
): Promise<void> {
  const person = await showPerson(deps, email);
  if (json) return terminal.json(person);
  const { lockedAt, operatorSince } = person;
  const lines = facts(
    [
      ["E-mail", person.email],
      ["Name", person.fullName ?? "not given"],
      ["Id", person.id],
      ["Account", lockedAt ? ["locked", "since", ...exactTime(lockedAt, "en").split(" ")] : "open"],
      ["Operator", operatorSince ? ["since", ...exactTime(operatorSince, "en").split(" ")] : "no"],
      ["Signs in with", person.waysToSignIn.length > 0 ? person.waysToSignIn : "nothing"],
      ["Passkeys", String(person.passkeys)],
      ["Two-factor", person.hasSecondFactor ? "on" : "off"],
      ["Browsers", String(person.browsers)],
      ["Devices", String(person.devices)],
      ["Since", exactTime(person.createdAt, "en").split(" ")],
    ],
    terminal.dataWidth,
  );
  for (const line of lines) terminal.data(line);
}
