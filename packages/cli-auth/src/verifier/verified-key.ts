import type { IntrospectionResponse } from "../protocol";

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

type ActiveKey = Extract<IntrospectionResponse, { active: true }>;

export function toVerifiedKey(wire: ActiveKey): VerifiedKey {
  return Object.freeze({
    personId: wire.sub,
    email: wire.username ?? null,
    scopes: Object.freeze(wire.scope.split(" ").filter(Boolean)),
    deviceId: wire.jti,
    clientId: wire.client_id,
    issuedAt: toInstant(wire.iat),
    expiresAt: toInstant(wire.exp),
  });
}

function toInstant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
