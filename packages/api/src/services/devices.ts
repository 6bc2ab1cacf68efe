import { apiKeyStanding } from "../domain/api-key";
import { readScopes, type Scope } from "../domain/scopes";
import { describeSource, type Source } from "../places/source";
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
  /** What kind of address that is, and where it is, as far as is known. */
  source: Pick<Source, "kind" | "place">;
  createdAt: Date;
  /** When it is over for good: a key that is renewed ends with its renewing. */
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

type DescribeDeps = Pick<Deps, "clients" | "findPlace">;

/** One key with the name of its client and its place. */
export async function describeDevice(deps: DescribeDeps, key: ApiKey, now: Date): Promise<Device> {
  return toDevice(deps, key, (await showClient(deps.clients, key.clientId)).name, now);
}

/** The same for many, which mostly have few clients: each is looked up once. */
export async function describeDevices(deps: DescribeDeps, keys: ApiKey[], now: Date): Promise<Device[]> {
  const ids = [...new Set(keys.map((key) => key.clientId))];
  const clients = await Promise.all(ids.map((id) => showClient(deps.clients, id)));
  const names = new Map(clients.map(({ id, name }) => [id, name]));
  return keys.map((key) => toDevice(deps, key, names.get(key.clientId) ?? key.clientId, now));
}

function toDevice({ findPlace }: DescribeDeps, key: ApiKey, clientName: string, now: Date): Device {
  const { id, name, status, clientId, clientVersion, deviceOs, ipAddress } = key;
  const { createdAt, lastUsedAt, revokedAt } = key;
  const expiresAt = key.renewableUntil ?? key.expiresAt;
  const { kind, place } = describeSource(ipAddress, findPlace);
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
      source: { kind, place },
    },
    ...{ createdAt, expiresAt, lastUsedAt, revokedAt },
  };
}
