import { Command } from "commander";

import { version } from "../package.json";
import type { LoginFlags } from "./commands/login";
import type { LogoutFlags } from "./commands/logout";
import type { Context } from "./context";
import { type Open, status, token, whoami } from "./direct";

const afterHelp = `
Environment:
  ALPRINA_API_KEY     used instead of a stored key, as in CI
  ALPRINA_SERVER      the server, when --server is not given
  ALPRINA_PROFILE     the account, when --profile is not given
  ALPRINA_CONFIG_DIR  where logins and configuration are kept
  ALPRINA_KEYCHAIN    off: keys in a file, even where a keychain works
  BROWSER             opens pages
  HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE   the way to the server, and whom to trust
  NO_COLOR            no colours
  ALPRINA_DEBUG       errors with their causes

The server is --server, else ALPRINA_SERVER, else the one of the last login, else http://localhost:3000.

Exit codes:
  0    done
  1    refused or failed
  2    wrong usage
  3    not signed in, or the key is not taken any more
  4    denied in the browser
  5    the code has expired, or is not known
  6    the server cannot be reached, or is too busy
  7    a login waits for a person
  8    the key or the settings cannot be read or written
  130  cancelled (143 by SIGTERM)`;

/** What stands before or after any command. */
export interface GlobalFlags {
  server?: string;
  profile?: string;
  json?: boolean;
}

export type OpenContext = (command: string, flags: GlobalFlags) => Promise<Context>;

/**
 * The program, with all its commands, or with the one that `first` names: they all would take a tenth of its start.
 * What a command needs is loaded when it is run.
 */
export function createProgram(openContext: OpenContext, first?: string): Command {
  const program = new Command("alprina")
    .description("Sign this command line in with a browser, and manage its devices.")
    .version(version, "-V, --version", "show the version")
    .option("--server <url>", "the server to talk to")
    .option("--profile <name>", "one of several accounts there")
    .option("--json", "for programs: docs/cli.md")
    .helpOption("-h, --help", "show help")
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("Run alprina --help to see what there is.")
    .addHelpText("after", afterHelp)
    .exitOverride();
  const open = (command: string) => openContext(command, program.opts<GlobalFlags>());
  const one = first === undefined ? undefined : commands.get(first);
  for (const add of one ? [one] : commands.values()) add(program, open);
  return program;
}

/** The table of contents of the command line. */
const commands = new Map<string, (program: Command, open: Open) => void>([
  ["login", addLogin],
  ["logout", addLogout],
  ["status", addStatus],
  ["whoami", addWhoami],
  ["devices", addDevices],
  ["token", addToken],
  ["doctor", addDoctor],
  ["completion", addCompletion],
  ["auth", addAuth],
]);

function addLogin(parent: Command, open: Open): void {
  parent
    .command("login")
    .description("sign this device in")
    .option("--code <code>", "with a code from the settings page, such as K7M2QX")
    .option("--way <way>", "loopback, device or dashboard; by default the best that works here")
    .option("--no-browser", "only print the address")
    .option("--no-wait", "print what a person has to do, and return")
    .option("--resume", "finish a login that --no-wait began")
    .option("--scope <words>", "what the key may do; with offline_access it renews itself")
    .option("--device-name <name>", "what to call this device; its host name by default")
    .option("--qr", "show a QR code, even where a browser opens")
    .option("--no-qr", "show none")
    .option("--no-copy", "leave the clipboard alone")
    .action(async (flags: LoginFlags) =>
      (await import("./commands/login")).login(await open("login"), flags),
    );
}

function addLogout(parent: Command, open: Open): void {
  parent
    .command("logout")
    .description("revoke this device's key and forget it")
    .option("--all", "every login that is stored here")
    .option("--force", "forget it here even if the server cannot be reached")
    .action(async (flags: LogoutFlags) =>
      (await import("./commands/logout")).logout(await open("logout"), flags),
    );
}

function addStatus(parent: Command, open: Open): void {
  parent
    .command("status")
    .description("show what is stored here and which key is used; asks no server")
    .action(() => status(open));
}

function addDevices(parent: Command, open: Open): void {
  const show = async () => (await import("./commands/devices")).devices(await open("devices list"));
  const list = parent
    .command("devices")
    .description("list every device that is signed in as you")
    .action(show);
  list.command("list").description("the same").action(show);
  list
    .command("rename <id> <name>")
    .description("give a device another name")
    .action(async (id: string, name: string) =>
      (await import("./commands/rename-device")).renameDevice(await open("devices rename"), id, name),
    );
  list
    .command("revoke <id>")
    .description("revoke a device: its key is refused from then on")
    .action(async (id: string) =>
      (await import("./commands/revoke-device")).revokeDevice(await open("devices revoke"), id),
    );
}

function addWhoami(program: Command, open: Open): void {
  program
    .command("whoami")
    .description("ask the server who is signed in")
    .action(() => whoami(open));
}

function addToken(program: Command, open: Open): void {
  program
    .command("token")
    .description("print the key, for scripts")
    .action(() => token(open));
}

function addDoctor(program: Command, open: Open): void {
  program
    .command("doctor")
    .description("look at everything that a login stands on")
    .action(async () => (await import("./commands/doctor")).doctor(await open("doctor")));
}

function addCompletion(program: Command, open: Open): void {
  program
    .command("completion <shell>")
    .description("print a completion script for bash, zsh or fish")
    .action(async (shell: string) => {
      const { completion } = await import("./commands/completion");
      const { output } = await open("completion");
      const script = completion(
        createProgram(() => open("completion")),
        shell,
      );
      output.result({ shell, script }, () => process.stdout.write(script));
    });
}

function addAuth(program: Command, open: Open): void {
  const auth = program.command("auth").description("the same commands under their older names");
  addLogin(auth, open);
  addLogout(auth, open);
  addStatus(auth, open);
}
