import type { Credential } from "./credential";
import type { LoginOptions, Walk } from "./login-options";
import { logout } from "./logout";
import type { CredentialStore } from "./store";

/**
 * Signs in, and keeps the key. Of several processes with the same store one signs in at a time, and one that had to
 * wait takes the key that it then finds: ten commands at once ask a person once.
 */
export async function signInOnce(
  options: LoginOptions,
  store: CredentialStore,
  walk: Walk,
): Promise<Credential> {
  const { server, profile, signal, onProgress } = options;
  // Also finds out that a store cannot be read before a person is asked to do anything.
  const before = await store.get(server, profile);
  const work = async () => {
    const present = await store.get(server, profile);
    if (present && present.apiKey !== before?.apiKey) return present;
    const credential = await walk(options);
    await keep(options, store, credential);
    return credential;
  };
  if (!store.exclusively) return work();
  return store.exclusively("login", work, { signal, onWait: () => onProgress?.({ kind: "another-login" }) });
}

type KeepOptions = Pick<LoginOptions, "server" | "profile" | "fetch" | "timeoutMs" | "onProgress">;

/** Stores a new key, and revokes the one before it. A new one that cannot be stored is revoked: nobody has it. */
export async function keep(
  options: KeepOptions,
  store: CredentialStore,
  credential: Credential,
): Promise<void> {
  const { server, profile, onProgress } = options;
  const former = await store.get(server, profile);
  const connection = { server, fetch: options.fetch, timeoutMs: options.timeoutMs };
  let where: string;
  try {
    where = await store.set(server, credential, profile);
  } catch (error) {
    await logout({ ...connection, apiKey: credential.apiKey }).catch(() => undefined);
    throw error;
  }
  onProgress?.({ kind: "kept", where });
  if (!former || former.apiKey === credential.apiKey) return;
  // The new key is safe, and an old one that does not die is no reason to fail.
  await logout({ ...connection, apiKey: former.apiKey }).catch(() =>
    onProgress?.({ kind: "not-retired", deviceName: former.device.name }),
  );
}
