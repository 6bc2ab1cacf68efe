import type { Passkey, Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import type { Device } from "./devices";
import { listDevices } from "./list-devices";
import { listSessions } from "./list-sessions";
import { listPasskeys } from "./passkeys";
import { showSecondFactor, type SecondFactorView } from "./second-factor";
import { waysToSignIn } from "./ways-to-sign-in";

type Browser = Awaited<ReturnType<typeof listSessions>>[number];

/** What is kept about a person besides their activity, which has an export of its own. */
export interface AccountExport {
  exportedAt: Date;
  /** With what mails to them are written in. */
  person: Omit<Person, "lockedAt"> & { language: string | null };
  /** `password`, or the ids of identity providers. */
  waysToSignIn: string[];
  passkeys: Passkey[];
  secondFactor: SecondFactorView;
  browsers: Browser[];
  devices: Device[];
}

/** All of it, as this person may take it along (GDPR, article 20). No key, code or password is in it: none is kept. */
export async function exportAccount(deps: Deps, sender: Sender, person: Person): Promise<AccountExport> {
  const [ways, passkeys, secondFactor, browsers, devices, language] = await Promise.all([
    waysToSignIn(deps, person),
    listPasskeys(deps, person),
    showSecondFactor(deps, person),
    listSessions(deps, sender, person),
    listDevices(deps, person),
    deps.store.findLanguage(person.id),
  ]);
  const { lockedAt: _, ...facts } = person;
  return {
    ...{ exportedAt: deps.now(), person: { ...facts, language }, waysToSignIn: ways },
    ...{ passkeys, secondFactor, browsers, devices },
  };
}
