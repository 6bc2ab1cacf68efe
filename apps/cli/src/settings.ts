import { homedir } from "node:os";
import path from "node:path";

import { normalizeServer } from "@alprina/cli-auth/client";
import { createCredentialStore, readPrivateJson, updatePrivateJson } from "@alprina/cli-auth/client/node";
import envPaths from "env-paths";
import { z } from "zod";

import type { CliEnv } from "./env";
import { CliError, exitCodes } from "./exit";

export const DEFAULT_SERVER = "http://localhost:3000";

const configFile = z.looseObject({ server: z.string().optional() });

/** The user's own folder: `credentials.json` with the keys, `config.json` with the server to talk to. */
export function openSettings(env: CliEnv) {
  const folder = path.resolve(env.configDir ?? envPaths("alprina", { suffix: "" }).config);
  const config = path.join(folder, "config.json");
  return {
    credentials: createCredentialStore(path.join(folder, "credentials.json")),

    /** The flag, then `ALPRINA_SERVER`, then the server of the last login, then this machine. */
    async chooseServer(flag: string | undefined): Promise<string> {
      if (flag !== undefined) return normalizeServer(flag);
      if (env.server !== undefined) return named("ALPRINA_SERVER", env.server);
      const { server } = (await readPrivateJson(config, configFile)) ?? {};
      return server === undefined ? DEFAULT_SERVER : named(config, server);
    },

    /** Commands from now on talk to this server. */
    async rememberServer(server: string): Promise<void> {
      await updatePrivateJson(config, configFile, (current) => ({ ...current, server }));
    },
  };
}

export type Settings = ReturnType<typeof openSettings>;

/** A path as a person writes it. */
export function tilde(file: string): string {
  const home = homedir() + path.sep;
  return file.startsWith(home) ? `~${path.sep}${file.slice(home.length)}` : file;
}

/** The sentence of a bad URL says where it comes from, when it was not typed just now. */
function named(source: string, value: string): string {
  try {
    return normalizeServer(value);
  } catch (cause) {
    const sentence = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`In ${source}: ${sentence}`, { exitCode: exitCodes.usage, cause });
  }
}
