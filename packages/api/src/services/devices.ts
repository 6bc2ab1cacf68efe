import { apiKeyStanding } from "../domain/api-key";
import { readScopes, type Scope } from "../domain/scopes";
import type { ApiKey } from "../store/index";
import type { Deps } from "./deps";
import { showClient } from "./review-request";

/** A key as its owner sees it. */
export interface Device {
  id: string;
  name: string;
  status: "active" | "revoked";
  /** Out of time, and not revoked before. */
  expired: boolean;
  keyStart: string;
  clientId: string;
  /** As the operator registered it; the id when it is registered no more. */
  clientName: string;
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

/** One key with the name of its client. */
export async function describeDevice(deps: Pick<Deps, "clients">, key: ApiKey, now: Date): Promise<Device> {
  return toDevice(key, (await showClient(deps.clients, key.clientId)).name, now);
}

/** The same for many, which mostly have few clients: each is looked up once. */
export async function describeDevices(
  deps: Pick<Deps, "clients">,
  keys: ApiKey[],
  now: Date,
): Promise<Device[]> {
  const ids = [...new Set(keys.map((key) => key.clientId))];
  const clients = await Promise.all(ids.map((id) => showClient(deps.clients, id)));
  const names = new Map(clients.map(({ id, name }) => [id, name]));
  return keys.map((key) => toDevice(key, names.get(key.clientId) ?? key.clientId, now));
}

function toDevice(key: ApiKey, clientName: string, now: Date): Device {
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
      clientName,
      scopes: readScopes(key.scope),
      clientVersion,
      deviceOs,
      ipAddress,
    },
    ...{ createdAt, expiresAt, lastUsedAt, revokedAt },
  };
}
