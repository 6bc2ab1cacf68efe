import { existsSync } from "node:fs";

import { sessionBusAddress } from "./env";

/** Where the system keeps secrets: macOS Keychain, Windows Credential Manager, the Secret Service of a Linux desktop. */
export interface Keychain {
  /** In words for a person: `the macOS keychain`. */
  name: string;
  get(account: string): Promise<string | undefined>;
  set(account: string, secret: string): Promise<void>;
  delete(account: string): Promise<void>;
}

/** The keychain cannot be used, and why. */
export class KeychainError extends Error {
  override readonly name = "KeychainError";
}

/** In milliseconds. A locked one may ask its owner for a password; nobody answers where no desktop is. */
const PATIENCE_MS = 15_000;

/**
 * The keychain of this system, by @napi-rs/keyring. It is loaded at the first use, which fails with a
 * `KeychainError` where there is none.
 * @param service under which its entries are listed to the person.
 */
export function systemKeychain(service: string): Keychain {
  const entry = async (account: string) => {
    const { AsyncEntry } = await loadKeyring();
    // Linux has another store that forgets everything when the machine restarts: never that one.
    return new AsyncEntry(service, account, { linux: { store: "secret-service" } });
  };
  return {
    name: names[process.platform] ?? "the Secret Service keychain",
    get: (account) =>
      attempt(async (signal) => (await (await entry(account)).getPassword(signal)) ?? undefined),
    set: (account, secret) => attempt(async (signal) => (await entry(account)).setPassword(secret, signal)),
    delete: (account) =>
      attempt(async (signal) => void (await (await entry(account)).deletePassword(signal))),
  };
}

const names: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "the macOS keychain",
  win32: "the Windows Credential Manager",
};

async function loadKeyring() {
  if (process.platform === "linux" && !hasSessionBus()) {
    throw new KeychainError("this session has no Secret Service");
  }
  try {
    return await import("@napi-rs/keyring");
  } catch (cause) {
    throw new KeychainError("@napi-rs/keyring is not installed for this system", { cause });
  }
}

/** Without one the library may start one, which then lives on. */
function hasSessionBus(): boolean {
  const address = sessionBusAddress();
  const socket = /^unix:path=([^,;]+)/.exec(address ?? "")?.[1];
  if (address !== undefined) return socket === undefined || existsSync(socket);
  return existsSync(`/run/user/${process.getuid?.()}/bus`);
}

async function attempt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop.abort();
      reject(new KeychainError("it did not answer; it may be locked"));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work(stop.signal), late]);
  } catch (cause) {
    if (cause instanceof KeychainError) throw cause;
    throw new KeychainError(cause instanceof Error ? cause.message : String(cause), { cause });
  } finally {
    clearTimeout(timer);
  }
}
