import { oauthGrants } from "../protocol/paths";
import type { Credential } from "./credential";
import { MisuseError, RefusedError } from "./errors";
import type { WaitOptions } from "./progress";
import { withRetries } from "./retry";
import type { CredentialStore } from "./store";
import { expectBody } from "./reply";
import { askToken, renewalOf } from "./token-credential";
import { tokenResponse } from "./wire-shapes";

/** A key is renewed so long before its end, in milliseconds: a call that it is for may take a while. */
const EARLY_MS = 60_000;

export interface CurrentKeyOptions extends WaitOptions {
  store: CredentialStore;
  profile?: string;
}

/**
 * The stored login with a key that is good for another minute at least; one that is not is renewed, by one process
 * for all that share the store. `undefined` when nobody is signed in.
 * @throws {RefusedError} `invalid_grant`: the login was revoked, or is over.
 * @throws {BadResponseError} the server is away, and the key is over.
 */
export async function currentCredential(options: CurrentKeyOptions): Promise<Credential | undefined> {
  const { store, server, profile, signal, wallClock = Date.now } = options;
  const isFresh = ({ renewal }: Credential, earlyMs: number) =>
    renewal === undefined || Date.parse(renewal.keyExpiresAt) - earlyMs > wallClock();
  const stored = await store.get(server, profile);
  if (stored === undefined || isFresh(stored, EARLY_MS)) return stored;

  const renewIt = async () => {
    const present = await store.get(server, profile);
    if (present === undefined || isFresh(present, EARLY_MS)) return present;
    try {
      const renewed = await renewKey(present, options);
      await store.set(server, renewed, profile);
      return renewed;
    } catch (error) {
      // The server is away for longer: what is left of the minute can still be used.
      if (!(error instanceof RefusedError) && isFresh(present, 0)) return present;
      throw error;
    }
  };
  return store.exclusively ? store.exclusively("renewal", renewIt, { signal }) : renewIt();
}

/**
 * A new key for a login with `offline_access`. The former refresh token is used up by it: store what comes back.
 * @throws {RefusedError} `invalid_grant`: the login was revoked, or is over.
 */
export async function renewKey(credential: Credential, options: WaitOptions): Promise<Credential> {
  const { renewal } = credential;
  if (!renewal) throw new MisuseError("This login has no refresh token: it needs the scope offline_access.");
  // The same answer comes again for a minute, so a lost one can be asked for once more (RFC 6749 §6).
  const reply = await withRetries(options, () =>
    askToken(options, {
      grant_type: oauthGrants.refreshToken,
      client_id: renewal.clientId,
      refresh_token: renewal.refreshToken,
    }),
  );
  const token = expectBody(reply, tokenResponse);
  return { ...credential, apiKey: token.access_token, ...renewalOf(token, options, renewal.clientId) };
}
