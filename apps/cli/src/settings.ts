import path from "node:path";

import { type CredentialStore, normalizeServer } from "@alprina/cli-auth/client";
import {
  createCliAuth,
  createPendingLogins,
  DEFAULT_PROFILE,
  object,
  optional,
  profileName,
  readPrivateJson,
  string,
  updatePrivateJson,
} from "@alprina/cli-auth/client/node";

import { version } from "../package.json";
import { CliError } from "./exit";

export const DEFAULT_SERVER = "http://localhost:3000";

const configFile = object<{ server?: string }>({ server: optional(string) }, { loose: true });

/** A value, and who said so. */
export interface Chosen {
  value: string;
  from: "flag" | "environment" | "last-login" | "default";
}

/** The user's own folder: `credentials.json` with the logins, `config.json` with the server to talk to. */
export function openSettings() {
  const auth = createCliAuth({
    ...{ name: "alprina", server: DEFAULT_SERVER, version },
    // It has words of its own, and JSON.
    say: () => undefined,
  });
  const { folder, keychain, store: credentials, env } = auth;
  const config = path.join(folder, "config.json");
  const rememberServer = (server: string) =>
    updatePrivateJson(config, configFile, (current) => ({ ...current, server }));
  return {
    auth,
    folder,
    keychain,
    credentials,
    pending: createPendingLogins(path.join(folder, "pending.json")),

    /** The flag, then `ALPRINA_SERVER`, then the server of the last login, then this machine. */
    async chooseServer(flag: string | undefined): Promise<Chosen> {
      if (flag !== undefined) return { value: normalizeServer(flag), from: "flag" };
      if (env.server !== undefined)
        return { value: named("ALPRINA_SERVER", env.server), from: "environment" };
      const { server } = (await readPrivateJson(config, configFile)) ?? {};
      if (server === undefined) return { value: DEFAULT_SERVER, from: "default" };
      return { value: named(config, server), from: "last-login" };
    },

    /** The flag, then `ALPRINA_PROFILE`, then the one without a name of its own. */
    chooseProfile(flag: string | undefined): Chosen {
      if (flag !== undefined) return { value: profileName(flag), from: "flag" };
      if (env.profile !== undefined) return { value: profileName(env.profile), from: "environment" };
      return { value: DEFAULT_PROFILE, from: "default" };
    },

    rememberServer,

    /** The store for a login: it is remembered where it was to, before its key is kept. */
    storeFor(server: string): CredentialStore {
      return {
        ...credentials,
        async set(...kept) {
          await rememberServer(server);
          return credentials.set(...kept);
        },
      };
    },
  };
}

export type Settings = ReturnType<typeof openSettings>;

/** The sentence of a bad URL says where it comes from, when it was not typed just now. */
function named(source: string, value: string): string {
  try {
    return normalizeServer(value);
  } catch (cause) {
    const sentence = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`In ${source}: ${sentence}`, { exit: "usage", cause });
  }
}
