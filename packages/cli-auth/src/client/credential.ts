import type { KeyResponse } from "../protocol";

/** Who a key belongs to. */
export interface Person {
  id: string;
  email: string;
  fullName: string | null;
  /** `"none"` when the operator has no tiers. */
  tier: string;
}

/** What a login ends with. `apiKey` is shown this once; the server keeps only its hash. */
export interface Credential {
  apiKey: string;
  user: Person;
  /** The key as the person sees it in settings. */
  device: { id: string; name: string };
  /** RFC 3339, in UTC. */
  expiresAt: string;
  /** With the scope `offline_access`: the key lives an hour, and `currentKey` renews it until `expiresAt`. */
  renewal?: Renewal;
}

export interface Renewal {
  /** Good for one use; its successor comes with the new key. */
  refreshToken: string;
  clientId: string;
  /** By the clock of this machine. */
  keyExpiresAt: string;
}

/** @internal */
export function toPerson(wire: KeyResponse["user"]): Person {
  return { id: wire.id, email: wire.email, fullName: wire.full_name, tier: wire.tier };
}

/** @internal */
export function toCredential(wire: KeyResponse): Credential {
  return {
    apiKey: wire.api_key,
    user: toPerson(wire.user),
    device: wire.device,
    expiresAt: wire.expires_at,
  };
}
