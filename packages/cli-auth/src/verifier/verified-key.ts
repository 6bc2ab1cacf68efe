/** What the server says of a good key. Shared by all who ask for the same key, and therefore frozen. */
export interface VerifiedKey {
  /** The person, for ever: keep your data by it. */
  readonly personId: string;
  /** Their address, if the key has the scope `email`. Addresses change. */
  readonly email: string | null;
  readonly scopes: readonly string[];
  /** The device, as the person sees it in settings. Names the key where the key itself must not stand: in a log. */
  readonly deviceId: string;
  /** The program that signed in. */
  readonly clientId: string;
  /** RFC 3339, in UTC. */
  readonly issuedAt: string;
  /** RFC 3339, in UTC. */
  readonly expiresAt: string;
}
