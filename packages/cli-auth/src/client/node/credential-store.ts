import { homedir } from "node:os";
import path from "node:path";

import type { Credential } from "../credential";
import { MisuseError } from "../errors";
import { normalizeServer } from "../server-url";
import { literal, nullable, object, optional, record, string } from "../shape";
import type { CredentialStore } from "../store";
import { withFileLock } from "./file-lock";
import { type Keychain, KeychainError } from "./keychain";
import { readPrivateJson, updatePrivateJson } from "./private-json";

export const DEFAULT_PROFILE = "default";

/** A login that is stored, without what opens anything. */
export interface StoredLogin {
  server: string;
  profile: string;
  user: Credential["user"];
  device: Credential["device"];
  expiresAt: string;
  /** Until when its key is good, where it is renewed. */
  keyExpiresAt?: string;
  keptIn: "file" | "keychain";
}

export interface FileCredentialStore extends Required<CredentialStore> {
  readonly file: string;
  /** Every login that is stored. @throws {FileError} */
  list(): Promise<StoredLogin[]>;
  /** Why the keychain was not used at the last `set`, if it was to be. */
  whyNoKeychain(): string | undefined;
}

interface Entry extends Omit<Credential, "apiKey" | "renewal"> {
  /** Absent when the keychain has it. */
  apiKey?: string;
  renewal?: { refreshToken?: string; clientId: string; keyExpiresAt: string };
  keptIn?: "keychain";
}

/** Fields that this version does not know are kept: an older command line must not undo a newer one's file. */
const entry = object<Entry>(
  {
    apiKey: optional(string),
    keptIn: optional(literal("keychain")),
    user: object({ id: string, email: string, fullName: nullable(string), tier: string }),
    device: object({ id: string, name: string }),
    expiresAt: string,
    renewal: optional(object({ refreshToken: optional(string), clientId: string, keyExpiresAt: string })),
  },
  { loose: true },
);

const credentialFile = object<{ servers: Record<string, Entry> }>(
  { servers: record(entry) },
  { loose: true },
);

const secret = object<{ apiKey: string; refreshToken?: string }>({
  apiKey: string,
  refreshToken: optional(string),
});

/**
 * A 0600 JSON file `{ servers: { [base URL, or base URL#profile]: credential } }`, written atomically and locked
 * against other processes. With a keychain that works, the keys are there and the file says whose they are. Needs
 * Node.
 * @param file absolute path, in a folder of the user's own.
 */
export function createCredentialStore(
  file: string,
  { keychain }: { keychain?: Keychain } = {},
): FileCredentialStore {
  let whyNoKeychain: string | undefined;

  const update = (change: (servers: Record<string, Entry>) => Promise<Record<string, Entry>>) =>
    updatePrivateJson(file, credentialFile, async (content = { servers: {} }) => ({
      ...content,
      servers: await change(content.servers),
    }));

  /** Moves the secrets out of an entry, where a keychain takes them. */
  const put = async (account: string, credential: Credential): Promise<Entry> => {
    whyNoKeychain = undefined;
    if (!keychain) return { ...credential };
    const { apiKey, renewal, ...open } = credential;
    const text = JSON.stringify({ apiKey, refreshToken: renewal?.refreshToken });
    try {
      await keychain.set(account, text);
      // Some take everything and give nothing back.
      if ((await keychain.get(account)) !== text)
        throw new KeychainError("it does not give back what it took");
    } catch (error) {
      if (!(error instanceof KeychainError)) throw error;
      whyNoKeychain = error.message;
      return { ...credential };
    }
    const { refreshToken: _kept, ...rest } = renewal ?? {};
    return { ...open, keptIn: "keychain", ...(renewal && { renewal: rest as Entry["renewal"] }) };
  };

  return {
    file,
    whyNoKeychain: () => whyNoKeychain,

    async get(server, profile) {
      const account = accountOf(server, profile);
      const found = (await readPrivateJson(file, credentialFile))?.servers[account];
      if (found === undefined) return undefined;
      const { apiKey, renewal, keptIn, ...open } = found;
      if (keptIn === undefined) {
        return apiKey === undefined
          ? undefined
          : ({ ...open, apiKey, ...(renewal && { renewal }) } as Credential);
      }
      const kept = await readSecret(keychain, account);
      if (kept === undefined) return undefined;
      const whole =
        renewal && kept.refreshToken ? { ...renewal, refreshToken: kept.refreshToken } : undefined;
      return { ...open, apiKey: kept.apiKey, ...(whole && { renewal: whole }) };
    },

    async set(server, credential, profile) {
      const account = accountOf(server, profile);
      let stored: Entry | undefined;
      await update(async (servers) => {
        stored = await put(account, credential);
        return { ...servers, [account]: stored };
      });
      return stored?.keptIn === "keychain" && keychain ? keychain.name : tilde(file);
    },

    async delete(server, profile) {
      const account = accountOf(server, profile);
      await update(async ({ [account]: forgotten, ...servers }) => {
        if (forgotten?.keptIn === "keychain") await keychain?.delete(account);
        return servers;
      });
    },

    async list() {
      const { servers = {} } = (await readPrivateJson(file, credentialFile)) ?? {};
      return Object.entries(servers).map(([account, { user, device, expiresAt, keptIn, renewal }]) => {
        const [server = account, profile = DEFAULT_PROFILE] = account.split("#");
        const keyExpiresAt = renewal?.keyExpiresAt;
        return {
          ...{ server, profile, user, device, expiresAt, keptIn: keptIn ?? "file" },
          ...(keyExpiresAt !== undefined && { keyExpiresAt }),
        };
      });
    },

    exclusively: (name, work, options) =>
      withFileLock(path.join(path.dirname(file), name), work, { ...options, patient: true }),
  };
}

async function readSecret(keychain: Keychain | undefined, account: string) {
  if (!keychain) {
    throw new KeychainError("The key is in this system's keychain, which is turned off here.");
  }
  let text: string | undefined;
  try {
    text = await keychain.get(account);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new KeychainError(`The key is in ${keychain.name}, which cannot be opened: ${why}.`, { cause });
  }
  if (text === undefined) return undefined;
  try {
    const parsed = secret.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** How an older version, which knows no profiles, finds the default one. */
function accountOf(server: string, profile = DEFAULT_PROFILE): string {
  const name = profileName(profile);
  return name === DEFAULT_PROFILE ? normalizeServer(server) : `${normalizeServer(server)}#${name}`;
}

/** @throws {MisuseError} what cannot name a profile. */
export function profileName(name: string): string {
  if (/^[\w.@+-]{1,64}$/.test(name)) return name;
  throw new MisuseError("A profile is named by letters, digits and . _ - @ +, at most 64 of them.");
}

/** A path as a person writes it. */
export function tilde(file: string): string {
  const home = homedir() + path.sep;
  return file.startsWith(home) ? `~${path.sep}${file.slice(home.length)}` : file;
}
