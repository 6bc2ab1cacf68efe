import { isIP } from "node:net";
import {
  activityKinds,
  allScopes,
  grantTypes,
  type ActivityKind,
  type ClientChanges,
  type GrantType,
  type Scope,
} from "@alprina/api";
import { Command, InvalidArgumentError, Option } from "commander";
import ipaddr from "ipaddr.js";
import { addClient } from "./commands/add-client";
import { changeClient } from "./commands/change-client";
import { dropClient } from "./commands/remove-client";
import { newSecret } from "./commands/new-secret";
import { rotate } from "./commands/rotate-signing-key";
import { showActivity, type ActivityFlags } from "./commands/list-activity";
import { showClient } from "./commands/show-client";
import { showClients } from "./commands/list-clients";
import { showSigningKeys } from "./commands/list-signing-keys";
import { readPicture, toDataUrl } from "../server/picture";
import { addPeopleCommands } from "./people";
import type { Session } from "./session";
import { readSince } from "./since";
import type { Terminal } from "./terminal";

const afterHelp = `
It works on the database of the server, whether that runs or not: DATABASE_URL,
AUTH_SECRET, DATA_DIR and .env mean what they mean to npm start.

In scripts: npm run --silent admin -- clients list --json

Exit codes:
  0  done
  1  refused or failed
  2  wrong usage`;

interface Json {
  json?: boolean;
}

interface ClientFlags extends Json {
  name?: string;
  confidential?: boolean;
  /** False for --no-redirect and --no-logo. */
  redirect?: string[] | false;
  logo?: string | false;
  grant?: GrantType[];
  scope?: Scope[];
}

/** The table of contents of the operator's command. A session is opened once the words are understood. */
export function createProgram(terminal: Terminal, open: () => Promise<Session>): Command {
  const program = new Command("npm run admin --")
    .description("Register clients, rotate the signing key, look after people, and see what happened.")
    .helpOption("-h, --help", "show help")
    .showHelpAfterError("Run npm run admin -- --help to see what there is.")
    .addHelpText("after", afterHelp)
    .exitOverride();
  program.configureOutput({ getOutHelpWidth: () => process.stdout.columns ?? 80 });
  addClientCommands(program.command("clients").description("who may sign people in"), terminal, open);
  addKeyCommands(program.command("signing-keys").description("what signs ID tokens"), terminal, open);
  addActivityCommands(
    program.command("activity").description("what happened, to whom, from where"),
    terminal,
    open,
  );
  addPeopleCommands(program.command("people").description("who has an account here"), terminal, open);
  return program;
}

function addClientCommands(clients: Command, terminal: Terminal, open: () => Promise<Session>): void {
  const logo = ({ logo }: ClientFlags) => (logo ? toDataUrl(readPicture(logo, terminal.typedIn)) : undefined);

  const add = clients
    .command("add <id>")
    .description("add a program that signs people in")
    .requiredOption("--name <name>", "what people read when they approve it")
    .option("--confidential", "it can keep a secret, and gets one");
  withSignInOptions(add)
    .option("--logo <file>", "a PNG, JPEG, WebP or SVG of 48 KB at most")
    .option("--json", "for programs")
    .action(async (id: string, flags: ClientFlags & { name: string; redirect?: string[] }) => {
      const input = {
        kind: flags.confidential ? ("confidential" as const) : ("public" as const),
        ...{ id, name: flags.name, logo: logo(flags) },
        ...{ redirectUris: flags.redirect, grantTypes: flags.grant, scopes: flags.scope },
      };
      await addClient(terminal, await open(), input, flags);
    });
  clients
    .command("add-resource-server <id>")
    .description("add an API that asks whose a key is (/oauth/introspect)")
    .requiredOption("--name <name>", "what you call it")
    .option("--json", "for programs")
    .action(async (id: string, flags: { name: string } & Json) => {
      await addClient(terminal, await open(), { kind: "resource_server", id, name: flags.name }, flags);
    });
  clients
    .command("list")
    .description("list all clients")
    .option("--json", "for programs")
    .action(async (flags: Json) => showClients(terminal, await open(), flags));
  clients
    .command("show <id>")
    .description("show one client with all that it may do")
    .option("--json", "for programs")
    .action(async (id: string, flags: Json) => showClient(terminal, await open(), id, flags));
  const set = clients
    .command("set <id>")
    .description("change a client; what is not named stays")
    .option("--name <name>", "what people read when they approve it");
  withSignInOptions(set)
    .option("--no-redirect", "no redirect URI any more")
    .option("--logo <file>", "a PNG, JPEG, WebP or SVG of 48 KB at most")
    .option("--no-logo", "no logo any more")
    .option("--json", "for programs")
    .action(async (id: string, flags: ClientFlags) => {
      const changes: ClientChanges = {
        ...{ name: flags.name, grantTypes: flags.grant, scopes: flags.scope },
        redirectUris: flags.redirect === false ? [] : flags.redirect,
        logo: flags.logo === false ? null : logo(flags),
      };
      if (Object.values(changes).every((value) => value === undefined)) {
        set.error('error: say what to change, as in --name "Acme CLI"');
      }
      await changeClient(terminal, await open(), id, changes, flags);
    });
  clients
    .command("new-secret <id>")
    .description("give a client another secret; the former one ends")
    .option("--json", "for programs")
    .action(async (id: string, flags: Json) => newSecret(terminal, await open(), id, flags));
  clients
    .command("remove <id>")
    .description("remove a client, and sign out its devices")
    .option("-y, --yes", "do not ask")
    .action(async (id: string, flags: { yes?: boolean }) => dropClient(terminal, await open(), id, flags));
}

function addKeyCommands(keys: Command, terminal: Terminal, open: () => Promise<Session>): void {
  keys
    .command("list")
    .description("list the keys that are published")
    .option("--json", "for programs")
    .action(async (flags: Json) => showSigningKeys(terminal, await open(), flags));
  keys
    .command("rotate")
    .description("sign with a new key; the former stays published for a day")
    .option("--json", "for programs")
    .action(async (flags: Json) => rotate(terminal, await open(), flags));
}

interface ActivityQueryFlags extends ActivityFlags {
  person?: string;
  kind?: ActivityKind[];
  address?: string;
  since?: Date;
  until?: Date;
}

function addActivityCommands(activity: Command, terminal: Terminal, open: () => Promise<Session>): void {
  const kinds = Object.keys(activityKinds) as ActivityKind[];
  activity
    .command("list")
    .description("list events, the newest first")
    .option("--person <email>", "whose")
    .addOption(listOption("--kind <name>", "what happened; may be repeated", kinds))
    .option("--address <ip>", "from where", readAddress)
    .option("--since <when>", 'from then on: "24h" or "7d" ago, or a date (UTC)', readTime)
    .option("--until <when>", "before then: the same", readTime)
    .option("--limit <number>", "so many at most", readLimit, 50)
    .addOption(new Option("--json", "one JSON object a line, for programs").conflicts("csv"))
    .option("--csv", "for spreadsheets")
    .action(async ({ person, kind, address, since, until, ...flags }: ActivityQueryFlags) =>
      showActivity(
        terminal,
        await open(),
        { person, kinds: kind, ipAddress: address, from: since, until },
        flags,
      ),
    );
}

const readTime = (text: string) => readSince(text, Date.now());

function readAddress(text: string): string {
  // It alone would take 203.0.113 for 203.0.0.113. As it is stored: short, and IPv4 as such.
  if (isIP(text)) return ipaddr.process(text).toString();
  throw new InvalidArgumentError("This is no IP address.");
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= 10_000_000) return limit;
  throw new InvalidArgumentError("Say a number from 1 to 10000000.");
}

function withSignInOptions(command: Command): Command {
  return command
    .option("--redirect <uri>", "where the browser may return to; may be repeated", collect)
    .addOption(listOption("--grant <type>", "a way to a key that it may use; may be repeated", grantTypes))
    .addOption(listOption("--scope <name>", "what it may ask for; may be repeated", allScopes));
}

/** An option that may be repeated, of a few values. They come in the order of the list, each once. */
function listOption(flags: string, description: string, values: readonly string[]): Option {
  const option = new Option(flags, description).choices(values);
  const parse = option.parseArg!.bind(option);
  return option.argParser((value, former: string[] | undefined) => {
    parse(value, undefined);
    return values.filter((one) => one === value || former?.includes(one));
  });
}

function collect(value: string, former: string[] | false | undefined): string[] {
  return [...new Set([...(former || []), value])];
}
