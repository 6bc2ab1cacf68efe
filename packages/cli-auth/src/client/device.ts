import type { DeviceItem } from "../protocol";

/** A device: an API key as the person sees it in settings. Instants are RFC 3339 in UTC. */
export interface Device {
  id: string;
  name: string;
  /** `revoked` also when its time is over; `expired` tells the two apart. */
  status: "active" | "revoked";
  expired: boolean;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string;
  revokedAt: string | null;
  /** The visible start of the key. */
  keyStart: string;
  client: string;
  clientVersion: string | null;
  os: string | null;
  ipAddress: string | null;
}

/** @internal */
export function toDevice(wire: DeviceItem): Device {
  return {
    id: wire.id,
    name: wire.name,
    status: wire.status,
    expired: wire.expired,
    createdAt: wire.created_at,
    lastUsedAt: wire.last_used,
    expiresAt: wire.expires_at,
    revokedAt: wire.revoked_at,
    keyStart: wire.key_start,
    client: wire.client,
    clientVersion: wire.client_version,
    os: wire.os,
    ipAddress: wire.ip_address,
  };
}
