import { apiKeyStanding } from "../domain/api-key";
import { readScopes, type Scope } from "../domain/scopes";
import type { ApiKey } from "../store/index";

/** A key as its owner sees it. */
export interface Device {
  id: string;
  name: string;
  status: "active" | "revoked";
  /** Out of time, and not revoked before. */
  expired: boolean;
  keyStart: string;
  clientId: string;
  scopes: Scope[];
  clientVersion: string | null;
  deviceOs: string | null;
  ipAddress: string | null;
  createdAt: Date;
  /** When it is over for good: a key that is renewed ends with its renewing. */
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export function toDevice(key: ApiKey, now: Date): Device {
  const { id, name, status, clientId, clientVersion, deviceOs, ipAddress } = key;
  const { createdAt, lastUsedAt, revokedAt } = key;
  const expiresAt = key.renewableUntil ?? key.expiresAt;
  const expired = apiKeyStanding({ status, expiresAt }, now) === "expired";
  return {
    ...{
      id,
      name,
      status,
      expired,
      keyStart: key.visibleStart,
      clientId,
      scopes: readScopes(key.scope),
      clientVersion,
      deviceOs,
      ipAddress,
    },
    ...{ createdAt, expiresAt, lastUsedAt, revokedAt },
  };
}
