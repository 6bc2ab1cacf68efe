import { apiKeyStanding } from "../domain/api-key";
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
  clientVersion: string | null;
  deviceOs: string | null;
  ipAddress: string | null;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export function toDevice(key: ApiKey, now: Date): Device {
  const { id, name, status, clientId, clientVersion, deviceOs, ipAddress } = key;
  const { createdAt, expiresAt, lastUsedAt, revokedAt } = key;
  const expired = apiKeyStanding(key, now) === "expired";
  return {
    ...{
      id,
      name,
      status,
      expired,
      keyStart: key.visibleStart,
      clientId,
      clientVersion,
      deviceOs,
      ipAddress,
    },
    ...{ createdAt, expiresAt, lastUsedAt, revokedAt },
  };
}
