import type { Credential } from "./credential";

/** Where keys are kept, one for each server and profile. `client/node` has one in files and the system's keychain. */
export interface CredentialStore {
  get(server: string, profile?: string): Promise<Credential | undefined>;
  /** @returns where it is now, in words for a person. @throws nothing was kept. */
  set(server: string, credential: Credential, profile?: string): Promise<string>;
  /** Forgets; fine when there was nothing. */
  delete(server: string, profile?: string): Promise<void>;
  /**
   * Runs `work` while no other process does the same under this name. `onWait` is told once when somebody else has
   * it. A store that only this process has may leave it out.
   */
  exclusively?<T>(
    name: string,
    work: () => Promise<T>,
    options?: { signal?: AbortSignal; onWait?: () => void },
  ): Promise<T>;
}
