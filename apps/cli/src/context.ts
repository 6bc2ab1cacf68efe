import type { FoundKey } from "@alprina/cli-auth/client/node";

import type { CliEnv } from "./env";
import { CliError } from "./exit";
import type { Output } from "./output";
import type { Chosen, Settings } from "./settings";
import type { Terminal } from "./terminal";

/** What a command is handed. `server` and `signal` go to every call of the SDK. */
export interface Context {
  env: CliEnv;
  terminal: Terminal;
  output: Output;
  settings: Settings;
  server: string;
  serverFrom: Chosen["from"];
  profile: string;
  profileFrom: Chosen["from"];
  signal: AbortSignal;
}

/** The key from the environment, else the stored one, renewed if it has to be. @throws {CliError} not signed in. */
export async function requireKey(context: Context): Promise<FoundKey> {
  const { settings, server, profile, signal } = context;
  const found = await settings.auth.findKey({ server, profile, signal });
  if (found === undefined) throw notSignedIn(context);
  return found;
}

export function notSignedIn({ server, profile }: Pick<Context, "server" | "profile">): CliError {
  const who = profile === "default" ? "" : ` as "${profile}"`;
  return new CliError(`You are not signed in to ${server}${who}.`, {
    hint: `Sign in: ${loginCommand(profile)}`,
    exit: "signed-out",
  });
}

/** What to type to sign in with this profile. */
export function loginCommand(profile: string, more = ""): string {
  return `alprina login${more && ` ${more}`}${profile === "default" ? "" : ` --profile ${profile}`}`;
}
