import { z } from "zod";

import type { Credential } from "../credential";
import { normalizeServer } from "../server-url";
import { readPrivateJson, updatePrivateJson } from "./private-json";

/** Where a command line keeps its keys, one for each server. */
export interface CredentialStore {
  readonly file: string;
  /** @throws {FileError} the file is damaged or unreadable; it is left as it is. */
  get(server: string): Promise<Credential | undefined>;
  /** @throws {FileError} nothing was written. */
  set(server: string, credential: Credential): Promise<void>;
  /** Forgets; fine when there was nothing. @throws {FileError} nothing was written. */
  delete(server: string): Promise<void>;
}

/** Fields that this version does not know are kept: an older command line must not undo a newer one's file. */
const storedCredential = z.looseObject({
  apiKey: z.string(),
  user: z.object({ id: z.string(), email: z.string(), fullName: z.string().nullable(), tier: z.string() }),
  device: z.object({ id: z.string(), name: z.string() }),
  expiresAt: z.string(),
});

const credentialFile = z.looseObject({ servers: z.record(z.string(), storedCredential) });

/**
 * A 0600 JSON file `{ servers: { [base URL]: credential } }`, written atomically and locked against other
 * processes. Needs Node.
 * @param file absolute path, in a folder of the user's own.
 */
export function createCredentialStore(file: string): CredentialStore {
  return {
    file,
    async get(server) {
      const content = await readPrivateJson(file, credentialFile);
      return content?.servers[normalizeServer(server)];
    },
    async set(server, credential) {
      await updatePrivateJson(file, credentialFile, (content = { servers: {} }) => ({
        ...content,
        servers: { ...content.servers, [normalizeServer(server)]: { ...credential } },
      }));
    },
    async delete(server) {
      await updatePrivateJson(file, credentialFile, (content = { servers: {} }) => {
        const { [normalizeServer(server)]: _forgotten, ...servers } = content.servers;
        return { ...content, servers };
      });
    },
  };
}
