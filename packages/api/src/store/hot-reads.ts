import type pg from "pg";
import type { ApiKey } from "./api-keys";
import { combined } from "./combined";
import type { DeviceGrant } from "./device-grants";
import { toPerson, type Person, type UserRow } from "./people";

type Hash = Uint8Array<ArrayBuffer>;

/** A key and whose it is. */
export interface FoundKey {
  key: ApiKey;
  person: Person;
  /** Another one once either row has changed in anything. */
  version: string;
}

/** One use of a key, to be written down. */
export interface KeyUse {
  id: string;
  at: Date;
}

const grantColumns = `
  id, status, client_id AS "clientId", scope, code_challenge AS "codeChallenge", device_name AS "deviceName",
  device_os AS "deviceOs", client_version AS "clientVersion", ip_address AS "ipAddress",
  interval_seconds AS "intervalSeconds", key_ttl_seconds AS "keyTtlSeconds", denial_reason AS "denialReason",
  reviewer_id AS "reviewerId", created_at AS "createdAt", expires_at AS "expiresAt"`;

const keyColumns = `
  id, user_id, name, status, visible_start, client_id, scope, device_os, client_version, ip_address, created_at,
  renewable_until, last_used_at, revoked_at, xmin`;

/*
 * A named statement is parsed once a connection. LATERAL with LIMIT: each look-up is planned as one row of a unique
 * index, whatever PostgreSQL believes of the table's size when it keeps the plan.
 */
const statements = {
  grants: {
    name: "hot grants",
    text: `SELECT (asked.place - 1)::integer AS place, found.*
             FROM unnest($1::bytea[]) WITH ORDINALITY AS asked (hash, place)
            CROSS JOIN LATERAL (
              SELECT ${grantColumns} FROM device_grant WHERE device_code_hash = asked.hash LIMIT 1
            ) AS found`,
  },
  pending: {
    name: "hot pending grants",
    text: `SELECT encode(device_code_hash, 'base64') AS hash FROM device_grant
            WHERE device_code_hash = ANY($1::bytea[]) AND status = 'pending'`,
  },
  keys: {
    name: "hot keys",
    text: `SELECT (asked.place - 1)::integer AS place, found.id, found.user_id AS "userId", found.name, found.status,
                  found.visible_start AS "visibleStart", found.client_id AS "clientId", found.scope,
                  found.device_os AS "deviceOs", found.client_version AS "clientVersion",
                  found.ip_address AS "ipAddress", found.created_at AS "createdAt", found.ends_at AS "expiresAt",
                  found.renewable_until AS "renewableUntil", found.last_used_at AS "lastUsedAt",
                  found.revoked_at AS "revokedAt", "user".email, "user".email_verified AS "emailVerified",
                  "user".full_name AS "fullName", "user".tier, "user".created_at AS "personCreatedAt",
                  "user".locked_at AS "lockedAt", found.xmin::text || ' ' || "user".xmin::text AS version
             FROM unnest($1::bytea[]) WITH ORDINALITY AS asked (hash, place)
            CROSS JOIN LATERAL (
              SELECT ${keyColumns}, expires_at AS ends_at FROM api_key WHERE key_hash = asked.hash
              UNION ALL
              SELECT ${keyColumns}, previous_expires_at FROM api_key
               WHERE previous_key_hash = asked.hash AND previous_expires_at IS NOT NULL
              LIMIT 1
            ) AS found
             JOIN "user" ON "user".id = found.user_id`,
  },
  // What is as it was, which is nearly all, is not sent again.
  changed: {
    name: "hot changed keys",
    text: `SELECT (known.place - 1)::integer AS place
             FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS known (id, version, place)
             LEFT JOIN LATERAL (
               SELECT api_key.xmin::text || ' ' || "user".xmin::text AS version
                 FROM api_key JOIN "user" ON "user".id = api_key.user_id WHERE api_key.id = known.id LIMIT 1
             ) AS now ON true
            WHERE now.version IS DISTINCT FROM known.version`,
  },
  // Locked in one order, so that two instances that write the same keys do not wait for each other in a circle.
  uses: {
    name: "hot uses",
    text: `WITH due AS (
             SELECT api_key.id, used.at
               FROM unnest($1::uuid[], $2::timestamptz[]) AS used (id, at)
               JOIN api_key ON api_key.id = used.id
              WHERE status = 'active'
                AND (last_used_at IS NULL OR last_used_at <= used.at - make_interval(secs => $3))
              ORDER BY api_key.id FOR NO KEY UPDATE OF api_key
           )
           UPDATE api_key SET last_used_at = due.at FROM due WHERE api_key.id = due.id`,
  },
} as const;

type KeyRow = ApiKey & {
  place: number;
  email: string;
  emailVerified: boolean;
  fullName: string;
  tier: string;
  personCreatedAt: Date;
  lockedAt: Date | null;
  version: string;
};

/** What is asked so often that it goes to the driver itself, by prepared statements, many look-ups in one. */
export function hotReads(pool: pg.Pool) {
  return {
    findGrantByDeviceCode: combined(async (hashes: Hash[]): Promise<(DeviceGrant | null)[]> => {
      const { rows } = await pool.query<DeviceGrant & { place: number }>({
        ...statements.grants,
        values: [hashes.map(toBuffer)],
      });
      return inPlace(hashes.length, rows, ({ place: _, ...grant }) => grant);
    }),

    /** Of the grants with these hashes (base64) those that are pending. */
    async findPendingGrants(hashes: string[]): Promise<string[]> {
      const values = [hashes.map((hash) => Buffer.from(hash, "base64"))];
      const { rows } = await pool.query<{ hash: string }>({ ...statements.pending, values });
      return rows.map(({ hash }) => hash);
    },

    /**
     * The keys with these hashes and their persons, in their order. `expiresAt` is each key's own end: the one before
     * the last renewal is found too, and ends when it would have ended.
     */
    async findKeys(hashes: Hash[]): Promise<(FoundKey | null)[]> {
      const { rows } = await pool.query<KeyRow>({ ...statements.keys, values: [hashes.map(toBuffer)] });
      return inPlace(hashes.length, rows, toFoundKey);
    },

    /** Of these keys the places of those that are not as they were found, or are gone. */
    async findChangedKeys(found: FoundKey[]): Promise<number[]> {
      const values = [found.map(({ key }) => key.id), found.map(({ version }) => version)];
      const { rows } = await pool.query<{ place: number }>({ ...statements.changed, values });
      return rows.map(({ place }) => place);
    },

    /**
     * Notes when keys were last used, each unless a use within `everySeconds` before is noted already. It never goes
     * back, whatever order instances write in.
     */
    async noteUses(uses: KeyUse[], everySeconds: number): Promise<void> {
      const values = [uses.map(({ id }) => id), uses.map(({ at }) => at), everySeconds];
      await pool.query({ ...statements.uses, values });
    },
  };
}

// The driver writes a bare Uint8Array in an array as text.
const toBuffer = (hash: Hash) => Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength);

function inPlace<Row extends { place: number }, Value>(
  length: number,
  rows: Row[],
  toValue: (row: Row) => Value,
): (Value | null)[] {
  const values = new Array<Value | null>(length).fill(null);
  for (const row of rows) values[row.place] = toValue(row);
  return values;
}

function toFoundKey(row: KeyRow): FoundKey {
  const { place: _, version, email, emailVerified, fullName, tier, personCreatedAt, lockedAt, ...key } = row;
  const user: UserRow = {
    ...{ id: key.userId, email, emailVerified, name: fullName, tier },
    ...{ createdAt: personCreatedAt, lockedAt },
  };
  return { key, person: toPerson(user), version };
}
