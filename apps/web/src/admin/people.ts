import type { Command } from "commander";
import { changeOperator } from "./commands/change-operator";
import { changeEmail } from "./commands/change-email";
import { lock } from "./commands/lock-person";
import { showPeople } from "./commands/list-people";
import { showOnePerson } from "./commands/show-person";
import { signOut } from "./commands/sign-out-person";
import { turnOffSecondFactor } from "./commands/turn-off-second-factor";
import { unlock } from "./commands/unlock-person";
import type { Session } from "./session";
import type { Terminal } from "./terminal";

interface Flags {
  json?: boolean;
  yes?: boolean;
  devices?: boolean;
  remove?: boolean;
}

/** What an operator does about the people who have accounts. */
export function addPeopleCommands(people: Command, terminal: Terminal, open: () => Promise<Session>): void {
  people
    .command("list")
    .description("list everybody with an account")
    .option("--json", "for programs")
    .action(async (flags: Flags) => showPeople(terminal, await open(), flags));
  people
    .command("show <e-mail>")
    .description("show one person, and what is signed in as them")
    .option("--json", "for programs")
    .action(async (email: string, flags: Flags) => showOnePerson(terminal, await open(), email, flags));
  people
    .command("lock <e-mail>")
    .description("end all that is signed in, and let nothing in again")
    .option("-y, --yes", "do not ask")
    .action(async (email: string, flags: Flags) => lock(terminal, await open(), email, flags));
  people
    .command("unlock <e-mail>")
    .description("let a locked person sign in again")
    .action(async (email: string) => unlock(terminal, await open(), email));
  people
    .command("sign-out <e-mail>")
    .description("sign a person out of every browser")
    .option("--devices", "and revoke their devices")
    .option("-y, --yes", "do not ask")
    .action(async (email: string, flags: Flags) => signOut(terminal, await open(), email, flags));
  people
    .command("operator <e-mail>")
    .description("let a person look after this server, at /admin")
    .option("--remove", "take that from them")
    .action(async (email: string, flags: Flags) => changeOperator(terminal, await open(), email, flags));
  people
    .command("second-factor-off <e-mail>")
    .description("let a person who lost their phone sign in by the password alone")
    .option("-y, --yes", "do not ask")
    .action(async (email: string, flags: Flags) => turnOffSecondFactor(terminal, await open(), email, flags));
  people
    .command("change-email <e-mail> <new>")
    .description("give a person another e-mail address")
    .action(async (email: string, next: string) => changeEmail(terminal, await open(), email, next));
}
