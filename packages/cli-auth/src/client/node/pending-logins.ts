import { DEFAULT_PROFILE } from "./credential-store";
import { integer, object, optional, record, string } from "../shape";
import type { PendingLogin } from "../pending-login";
import { normalizeServer } from "../server-url";
import { readPrivateJson, updatePrivateJson } from "./private-json";

/** Logins that were started and not yet finished, for another run of the same program to finish. */
export interface PendingLogins {
  get(server: string, profile?: string): Promise<PendingLogin | undefined>;
  set(pending: PendingLogin, profile?: string): Promise<void>;
  delete(server: string, profile?: string): Promise<void>;
}

const pendingLogin = object<PendingLogin>({
  server: string,
  prompt: object({
    url: string,
    userCode: string,
    verificationUri: string,
    verificationUriComplete: string,
    expiresInSeconds: integer,
  }),
  deviceCode: string,
  intervalSeconds: integer,
  renewableFor: optional(string),
  expiresAt: string,
});

const pendingFile = object<{ logins: Record<string, PendingLogin> }>({ logins: record(pendingLogin) });

/** In a 0600 file: a device code is as good as the key, until it ends. */
export function createPendingLogins(file: string): PendingLogins {
  const name = (server: string, profile = DEFAULT_PROFILE) => `${normalizeServer(server)}#${profile}`;
  return {
    async get(server, profile) {
      return (await readPrivateJson(file, pendingFile))?.logins[name(server, profile)];
    },
    set: (pending, profile) =>
      updatePrivateJson(file, pendingFile, (current) => ({
        logins: { ...current?.logins, [name(pending.server, profile)]: pending },
      })),
    delete: (server, profile) =>
      updatePrivateJson(file, pendingFile, (current) => {
        const { [name(server, profile)]: _forgotten, ...others } = current?.logins ?? {};
        return { logins: others };
      }),
  };
}
