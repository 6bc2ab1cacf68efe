import { Command } from "commander";

import { version } from "../package.json";
import { devices } from "./commands/devices";
import { login, type LoginFlags } from "./commands/login";
import { logout } from "./commands/logout";
import { renameDevice } from "./commands/rename-device";
import { revokeDevice } from "./commands/revoke-device";
import { whoami } from "./commands/whoami";
import type { Context } from "./context";
import { DEFAULT_SERVER } from "./settings";

const afterHelp = `
Environment:
  ALPRINA_SERVER      the server, when --server is not given
  ALPRINA_API_KEY     used instead of the stored key
  ALPRINA_CONFIG_DIR  where keys and configuration are kept
  NO_COLOR            no colours
  ALPRINA_DEBUG       errors with their causes

The server is --server, else ALPRINA_SERVER, else the one of the last login, else ${DEFAULT_SERVER}.

Exit codes:
  0    done
  1    refused or failed, also when you are not signed in
  2    wrong usage
  130  cancelled`;

type OpenContext = (serverFlag: string | undefined) => Promise<Context>;

/** The table of contents of the command line. */
export function createProgram(openContext: OpenContext): Command {
  const program = new Command("alprina")
    .description("Sign this command line in with a browser, and manage its devices.")
    .version(version, "-V, --version", "show the version")
    .option("--server <url>", "the server to talk to")
    .helpOption("-h, --help", "show help")
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("Run alprina --help to see what there is.")
    .addHelpText("after", afterHelp)
    .exitOverride();
  const open = () => openContext(program.opts<{ server?: string }>().server);

  addLogin(program, open);
  addLogout(program, open);
  addWhoami(program, open, "whoami");
  addDevices(program, open);

  const auth = program.command("auth").description("the same commands under their older names");
  addLogin(auth, open);
  addLogout(auth, open);
  addWhoami(auth, open, "status");
  return program;
}

type Open = () => Promise<Context>;

function addLogin(parent: Command, open: Open): void {
  parent
    .command("login")
    .description("sign this device in")
    .option("--code <code>", "with a code from the settings page, such as K7M2QX")
    .option("--no-browser", "only print the address")
    .option("--device-name <name>", "what to call this device; its host name by default")
    .action(async (flags: LoginFlags) => login(await open(), flags));
}

function addLogout(parent: Command, open: Open): void {
  parent
    .command("logout")
    .description("revoke this device's key and forget it (exits 1 when not signed in)")
    .option("--force", "forget it here even if the server cannot be reached")
    .action(async (flags: { force?: boolean }) => logout(await open(), flags));
}

function addWhoami(parent: Command, open: Open, name: string): void {
  parent
    .command(name)
    .description("show who is signed in, as the server sees it")
    .option("--json", "for programs")
    .action(async (flags: { json?: boolean }) => whoami(await open(), flags));
}

function addDevices(parent: Command, open: Open): void {
  const list = parent
    .command("devices")
    .description("list every device that is signed in as you")
    .option("--json", "for programs")
    .action(async (flags: { json?: boolean }) => devices(await open(), flags));
  list
    .command("rename <id> <name>")
    .description("give a device another name")
    .action(async (id: string, name: string) => renameDevice(await open(), id, name));
  list
    .command("revoke <id>")
    .description("revoke a device: its key is refused from then on")
    .action(async (id: string) => revokeDevice(await open(), id));
}
