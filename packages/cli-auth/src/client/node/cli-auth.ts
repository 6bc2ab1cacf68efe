import path from "node:path";

import type { Connection } from "../call";
import type { Credential, Person } from "../credential";
import { type CurrentKeyOptions, currentCredential } from "../current-key";
import { MisuseError } from "../errors";
import { login } from "../login";
import type { LoginOptions } from "../login-options";
import { logout, type LogoutAnswer } from "../logout";
import { type Identity, whoAmI } from "../who-am-i";
import { createCredentialStore, type FileCredentialStore } from "./credential-store";
import { collectDeviceFacts } from "./device-facts";
import { type BrandEnv, readBrandEnv, settingsFolder } from "./env";
import { type Explained, exitCodes, explainError } from "./explain";
import { type Keychain, systemKeychain } from "./keychain";
import { loginWords } from "./login-words";
import { SignedOutError } from "./signed-out";

/** Login for one command line, in one object. Only the first two have to be there. */
export interface CliAuthConfig {
  /** The command as people type it, such as `acme`. Its folder and its entries in the keychain have this name, too. */
  name: string;
  /** The login server. `ACME_SERVER` names another one for a while. */
  server: string;
  /** As the operator registered it; the server's own command line when left out. */
  clientId?: string;
  /** Words with spaces between. With `offline_access` a key lives an hour and is renewed when it is used. */
  scope?: string;
  /** Of this command line, for the person who looks at their devices. */
  version?: string;
  /** What its variables begin with: `ACME` for `acme`, which reads `ACME_API_KEY`. */
  envPrefix?: string;
  /** `false` keeps keys in a file that only their owner can read, even where the system has a keychain. */
  keychain?: boolean;
  /** Where lines for the person go: stderr. */
  say?: (line: string) => void;
}

/** One account at one server, if it is not the one that the configuration and the environment name. */
export interface Account extends Partial<Connection> {
  profile?: string;
}

/** The key to call with. From the environment, nothing but the key itself is known. */
export type FoundKey =
  | { source: "environment"; apiKey: string; credential?: undefined }
  | { source: "store"; apiKey: string; credential: Credential };

export interface CliAuth {
  /** Signs this device in, says what there is to do and what came of it, and keeps the key. Throws as the SDK's `login`. */
  login(options?: Partial<LoginOptions>): Promise<Credential>;
  /** Revokes the stored key, then forgets it. @throws {SignedOutError} and as the SDK's `logout`. */
  logout(account?: Account): Promise<LogoutAnswer>;
  /** Asks the server whose key this is. @throws {SignedOutError} and as the SDK's `whoAmI`. */
  whoami(account?: Account): Promise<Identity>;
  /** The key for a call, good for another minute at least. @throws {SignedOutError} and as `currentCredential`. */
  apiKey(account?: Account): Promise<string>;
  /** The same, with where it comes from; `undefined` when nobody is signed in. */
  findKey(account?: Account): Promise<FoundKey | undefined>;
  /** What went wrong, in words for a person, and for a script; `undefined` when it is not an error of the SDK's. */
  explain(error: unknown): Explained | undefined;
  /** The end of a command that failed: says why, and sets the exit code. Fit for `.catch`. */
  fail(this: void, error: unknown): void;

  /** Where its settings are: the folder of `credentials.json`. */
  readonly folder: string;
  readonly store: FileCredentialStore;
  readonly keychain: Keychain | undefined;
  readonly env: BrandEnv;
}

/**
 * Everything that a command line with a login needs, under its own name.
 * @throws {MisuseError} a name that cannot name a folder and variables.
 */
export function createCliAuth(config: CliAuthConfig): CliAuth {
  const { name, clientId, scope, version, say = sayOnStderr } = config;
  if (!/^[a-z][\w-]{0,63}$/i.test(name)) {
    throw new MisuseError(`"${name}" cannot name a command line: letters, digits, - and _ can.`);
  }
  const prefix = config.envPrefix ?? name.toUpperCase().replaceAll("-", "_");
  const env = readBrandEnv(prefix);
  const folder = env.configDir === undefined ? settingsFolder(name) : path.resolve(env.configDir);
  const keychain = config.keychain === false || env.keychainOff ? undefined : systemKeychain(name);
  const store = createCredentialStore(path.join(folder, "credentials.json"), { keychain });

  const at = (account: Account = {}): Omit<CurrentKeyOptions, "store"> => ({
    ...account,
    server: account.server ?? env.server ?? config.server,
    profile: account.profile ?? env.profile,
  });
  const signedOut = (server: string) =>
    new SignedOutError(`You are not signed in to ${server}.`, `Sign in: ${name} login`);

  async function findKey(account?: Account): Promise<FoundKey | undefined> {
    if (env.apiKey !== undefined) return { source: "environment", apiKey: env.apiKey };
    const credential = await currentCredential({ ...at(account), store });
    return credential && { source: "store", apiKey: credential.apiKey, credential };
  }

  async function apiKey(account?: Account): Promise<string> {
    const found = await findKey(account);
    if (found === undefined) throw signedOut(at(account).server);
    return found.apiKey;
  }

  const explain = (error: unknown) =>
    explainError(error, {
      signIn: `Sign in again: ${name} login`,
      unreachable: `Is the server running? ${prefix}_SERVER names another one.`,
    });

  return {
    ...{ folder, store, keychain, env, findKey, apiKey, explain },

    async login(options = {}) {
      const { server, profile } = at(options);
      const words = loginWords(name, server, say);
      const facts = { clientId, scope, clientVersion: version, ...(await collectDeviceFacts()) };
      let place = "";
      const credential = await login({
        ...{ ...facts, store, ...words, ...given(options), server, profile },
        onProgress(progress) {
          if (progress.kind === "kept") place = ` The key is in ${progress.where}.`;
          (options.onProgress ?? words.onProgress)(progress);
        },
      });
      say(`Signed in as ${personName(credential.user)}.${place}`);
      if (env.apiKey !== undefined) say(`${prefix}_API_KEY is set, and is used until you unset it.`);
      return credential;
    },

    async logout(account) {
      const { server, profile, ...connection } = at(account);
      const stored = await store.get(server, profile);
      if (stored === undefined) throw signedOut(server);
      // Revoke first: a key that is forgotten but alive can only be revoked in the browser.
      const answer = await logout({ ...connection, server, apiKey: stored.apiKey });
      await store.delete(server, profile);
      say(`Signed out of ${server}.`);
      if (env.apiKey !== undefined) say(`${prefix}_API_KEY is set, and is used until you unset it.`);
      return answer;
    },

    whoami: async (account) => whoAmI({ ...at(account), apiKey: await apiKey(account) }),

    fail(error) {
      const { message, hint, exitCode } = explain(error) ?? {
        message: error instanceof Error ? error.message : String(error),
        hint: null,
        exitCode: exitCodes.failed,
      };
      say(message);
      if (hint !== null) say(hint);
      process.exitCode = exitCode;
    },
  };
}

const sayOnStderr = (line: string) => void process.stderr.write(`${line}\n`);

/** What a caller left open must not undo the configuration. */
function given<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Who it is, as far as they let this key know: name and address can be withheld at approval. */
export function personName({ id, email, fullName }: Pick<Person, "id" | "email" | "fullName">): string {
  if (fullName && email) return `${fullName} <${email}>`;
  return fullName || email || `account ${id}`;
}
