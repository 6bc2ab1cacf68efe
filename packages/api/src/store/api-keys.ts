import { Prisma, type PrismaClient } from "@alprina/db";
import { isOrphaned } from "./violations";
import { toPerson, type Person } from "./people";

/** A key as a person sees it: a device with a name. */
export interface ApiKey {
  id: string;
  userId: string;
  name: string;
  status: "active" | "revoked";
  visibleStart: string;
  clientId: string;
  scope: string | null;
  deviceOs: string | null;
  clientVersion: string | null;
  ipAddress: string | null;
  createdAt: Date;
  expiresAt: Date;
  renewableUntil: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** A key that was minted and is yet to be stored, with what a person will see of it. */
export interface NewApiKey {
  id: string;
  keyHash: Uint8Array<ArrayBuffer>;
  visibleStart: string;
  name: string;
  scope: string;
  expiresAt: Date;
  /** Until when it may be renewed, and the first token for that; null for a key that cannot be. */
  renewal: { until: Date; refreshTokenId: string; tokenHash: Uint8Array<ArrayBuffer> } | null;
}

/** Facts of the command line that redeemed a dashboard code. */
export interface KeyFacts {
  clientId: string;
  deviceOs: string | null;
  clientVersion: string | null;
  ipAddress: string | null;
}

interface RedeemedRow {
  id: string;
  email: string;
  email_verified: boolean;
  full_name: string;
  tier: string;
  created_at: Date;
}

const factColumns = Prisma.sql`client_id, device_os, client_version, ip_address`;

const personOf = ([row]: RedeemedRow[]): Person | null =>
  row
    ? toPerson({
        id: row.id,
        email: row.email,
        emailVerified: row.email_verified,
        name: row.full_name,
        tier: row.tier,
        createdAt: row.created_at,
      })
    : null;

// What a list of devices shows; the hashes stay in the database.
const shown = {
  omit: {
    ...{ keyHash: true, previousKeyHash: true, previousExpiresAt: true },
    ...{ deviceGrantId: true, dashboardCodeId: true, authorizationCodeId: true },
  },
} as const;

/** Where a key comes from: the row in `taken`, as SQL for the columns that it gives. */
interface Origin {
  column: "device_grant_id" | "dashboard_code_id" | "authorization_code_id";
  owner: Prisma.Sql;
  /** client_id, device_os, client_version, ip_address */
  facts: Prisma.Sql;
}

/**
 * Holds the client of a row until the statement is done: whoever removes it at the same time waits, and then
 * revokes what the statement gave; or was first, and the statement gives nothing.
 */
const clientOf = (row: Prisma.Sql) => Prisma.sql`
  registered AS (SELECT id FROM client WHERE id = (SELECT client_id FROM ${row}) FOR KEY SHARE)`;

/** The rest of a statement that begins `WITH taken AS (…)`: the key, its refresh token, and whose it is. */
function mintFromTaken(key: NewApiKey, { column, owner, facts }: Origin, now: Date): Prisma.Sql {
  const refreshToken = key.renewal
    ? Prisma.sql`, renewing AS (
        INSERT INTO refresh_token (id, token_hash, api_key_id, created_at)
        SELECT ${key.renewal.refreshTokenId}::uuid, ${key.renewal.tokenHash}, id, ${now} FROM minted
      )`
    : Prisma.empty;
  return Prisma.sql`
    , minted AS (
      INSERT INTO api_key (id, user_id, key_hash, visible_start, name, scope, client_id, device_os, client_version,
                           ip_address, created_at, expires_at, renewable_until, ${Prisma.raw(column)})
      SELECT ${key.id}::uuid, ${owner}, ${key.keyHash}, ${key.visibleStart}, ${key.name}, ${key.scope}, ${facts},
             ${now}, ${key.expiresAt}, ${key.renewal?.until ?? null}::timestamptz, id
        FROM taken
      RETURNING id, user_id
    ) ${refreshToken}
    SELECT "user".id, email, email_verified, full_name, tier, created_at
      FROM minted JOIN "user" ON "user".id = minted.user_id`;
}

export function apiKeyStore(prisma: PrismaClient) {
  /** A person who was deleted this very moment takes the key with them: the same as not being there. */
  async function redeem(statement: Prisma.Sql): Promise<Person | null> {
    try {
      return personOf(await prisma.$queryRaw<RedeemedRow[]>(statement));
    } catch (error) {
      if (isOrphaned(error)) return null;
      throw error;
    }
  }

  return {
    /**
     * approved → redeemed, and the key that it gives, in one statement: of any number of calls one gets a
     * person back, and there is one key. Null for every other, and when the person or the client is gone.
     */
    redeemGrant(grantId: string, key: NewApiKey, now: Date): Promise<Person | null> {
      return redeem(Prisma.sql`
        WITH ${clientOf(Prisma.sql`device_grant WHERE id = ${grantId}::uuid`)}, taken AS (
          UPDATE device_grant
             SET status = 'redeemed', redeemed_at = ${now}
            FROM "user", registered
           WHERE device_grant.id = ${grantId}::uuid
             AND device_grant.status = 'approved'
             AND device_grant.expires_at > ${now}
             AND "user".id = device_grant.reviewer_id
          RETURNING device_grant.*
        ) ${mintFromTaken(key, { column: "device_grant_id", owner: Prisma.sql`reviewer_id`, facts: factColumns }, now)}`);
    },

    /** live → used, and the key that it gives, in one statement, as `redeemGrant`. */
    redeemDashboardCode(codeId: string, key: NewApiKey, facts: KeyFacts, now: Date): Promise<Person | null> {
      const said = Prisma.sql`${facts.clientId}, ${facts.deviceOs}, ${facts.clientVersion}, ${facts.ipAddress}`;
      return redeem(Prisma.sql`
        WITH taken AS (
          UPDATE dashboard_code
             SET status = 'used', used_at = ${now}
           WHERE id = ${codeId}::uuid AND status = 'live' AND expires_at > ${now}
          RETURNING id, user_id
        ) ${mintFromTaken(key, { column: "dashboard_code_id", owner: Prisma.sql`user_id`, facts: said }, now)}`);
    },

    /** issued → redeemed, and the key that it gives, in one statement, as `redeemGrant`. */
    redeemAuthorizationCode(codeId: string, key: NewApiKey, now: Date): Promise<Person | null> {
      return redeem(Prisma.sql`
        WITH ${clientOf(Prisma.sql`authorization_code WHERE id = ${codeId}::uuid`)}, taken AS (
          UPDATE authorization_code
             SET status = 'redeemed', redeemed_at = ${now}
            FROM registered
           WHERE authorization_code.id = ${codeId}::uuid AND status = 'issued' AND expires_at > ${now}
          RETURNING authorization_code.*
        ) ${mintFromTaken(key, { column: "authorization_code_id", owner: Prisma.sql`user_id`, facts: factColumns }, now)}`);
    },

    /**
     * The key with this hash and its person. `expiresAt` is this key's own end: the one before the last renewal
     * is found too, and ends when it would have ended.
     */
    async findKey(keyHash: Uint8Array<ArrayBuffer>): Promise<{ key: ApiKey; person: Person } | null> {
      const include = { user: true };
      const current = await prisma.apiKey.findUnique({ where: { keyHash }, ...shown, include });
      if (current) {
        const { user, ...key } = current;
        return { key, person: toPerson(user) };
      }
      const omit = { ...shown.omit, previousExpiresAt: false } as const;
      const renewed = await prisma.apiKey.findUnique({ where: { previousKeyHash: keyHash }, omit, include });
      if (!renewed?.previousExpiresAt) return null;
      const { user, previousExpiresAt, ...key } = renewed;
      return { key: { ...key, expiresAt: previousExpiresAt }, person: toPerson(user) };
    },

    listKeys(userId: string): Promise<ApiKey[]> {
      return prisma.apiKey.findMany({
        where: { userId },
        ...shown,
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      });
    },

    findOwnKey(id: string, userId: string): Promise<ApiKey | null> {
      return prisma.apiKey.findFirst({ where: { id, userId }, ...shown });
    },

    /** True when there was such a key of this person. */
    async renameKey(id: string, userId: string, name: string): Promise<boolean> {
      return (await prisma.apiKey.updateMany({ where: { id, userId }, data: { name } })).count === 1;
    },

    /** active → revoked. True for the call that did it, false when it was revoked before or is not theirs. */
    async revokeKey(id: string, userId: string, now: Date): Promise<boolean> {
      const { count } = await prisma.apiKey.updateMany({
        where: { id, userId, status: "active" },
        data: { status: "revoked", revokedAt: now },
      });
      return count === 1;
    },

    /** active → revoked for every key of this person but one; how many it were. */
    async revokeOtherKeys(keepId: string, userId: string, now: Date): Promise<number> {
      const { count } = await prisma.apiKey.updateMany({
        where: {
          userId,
          status: "active",
          id: { not: keepId },
          OR: [{ expiresAt: { gt: now } }, { renewableUntil: { gt: now } }],
        },
        data: { status: "revoked", revokedAt: now },
      });
      return count;
    },

    /** Notes that a key was used, unless that was noted after `notedAfter` already: a write a minute, not a call. */
    async touchKey(id: string, now: Date, notedAfter: Date): Promise<void> {
      await prisma.apiKey.updateMany({
        where: { id, status: "active", OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: notedAfter } }] },
        data: { lastUsedAt: now },
      });
    },
  };
}
