import type { Connection } from "./call";
import { RefusedError } from "./errors";
import { revokeKey } from "./revoke-key";

/** `already-invalid`: the server had revoked or forgotten the key before; there is nothing left to sign out. */
export type LogoutAnswer = { kind: "revoked" | "already-invalid" };

/**
 * Makes sure that the key is of no use any more. Forget the stored copy after this, not before: a key that is
 * forgotten but alive can only be revoked in the browser.
 * @throws {RefusedError | BadResponseError} the key may still be alive.
 * @throws {MisuseError}
 */
export async function logout(options: Connection & { apiKey: string }): Promise<LogoutAnswer> {
  try {
    await revokeKey(options);
    return { kind: "revoked" };
  } catch (error) {
    if (error instanceof RefusedError && error.status === 401) return { kind: "already-invalid" };
    throw error;
  }
}
