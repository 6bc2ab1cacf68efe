import type { CliEnv } from "./env";
import { CliError } from "./exit";
import type { Settings } from "./settings";
import type { Terminal } from "./terminal";

/** What a command is handed. `server` and `signal` go to every call of the SDK. */
export interface Context {
  env: CliEnv;
  terminal: Terminal;
  settings: Settings;
  server: string;
  signal: AbortSignal;
}

/** The key to call with. From the environment, nothing but the key itself is known. */
export type ActiveKey =
  | { source: "environment"; apiKey: string; deviceId?: undefined }
  | { source: "file"; apiKey: string; deviceId: string };

/** @throws {CliError} not signed in. */
export async function requireKey({ env, settings, server }: Context): Promise<ActiveKey> {
  if (env.apiKey !== undefined) return { source: "environment", apiKey: env.apiKey };
  const stored = await settings.credentials.get(server);
  if (stored === undefined) throw notSignedIn(server);
  return { source: "file", apiKey: stored.apiKey, deviceId: stored.device.id };
}

export function notSignedIn(server: string): CliError {
  return new CliError(`You are not signed in to ${server}.`, { hint: "Sign in: alprina login" });
}
