import { type Credential, currentCredential } from "@alprina/cli-auth/client";

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

/** The key to call with. From the environment, nothing but the key itself is known. */
export type ActiveKey =
  | { source: "environment"; apiKey: string; credential?: undefined }
  | { source: "store"; apiKey: string; credential: Credential };

/** The key from the environment, else the stored one, renewed if it has to be. @throws {CliError} not signed in. */
export async function requireKey(context: Context): Promise<ActiveKey> {
  const { env, settings, server, profile, signal } = context;
  if (env.apiKey !== undefined) return { source: "environment", apiKey: env.apiKey };
  const credential = await currentCredential({ server, profile, signal, store: settings.credentials });
  if (credential === undefined) throw notSignedIn(context);
  return { source: "store", apiKey: credential.apiKey, credential };
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
