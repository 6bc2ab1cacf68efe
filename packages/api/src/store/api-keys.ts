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
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** A key that was minted and is yet to be stored, with what a person will see of it. */
export interface NewApiKey {
  id: string;
  keyHash: Uint8Array<ArrayBuffer>;
  visibleStart: string;
  name: string;
  expiresAt: Date;
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
  full_name: string;
  tier: string;
  created_at: Date;
}

const personOf = ([row]: RedeemedRow[]): Person | null =>
  row
    ? toPerson({
        id: row.id,
        email: row.email,
        name: row.full_name,
        tier: row.tier,
        createdAt: row.created_at,
      })
    : null;

// What a list of devices shows; the hash stays in the database.
const shown = { omit: { keyHash: true, deviceGrantId: true, dashboardCodeId: true } } as const;

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
     * person back, and there is one key. Null for every other, and when the person is gone.
     */
    redeemGrant(grantId: string, key: NewApiKey, now: Date): Promise<Person | null> {
      return redeem(Prisma.sql`
        WITH redeemed AS (
          UPDATE device_grant
             SET status = 'redeemed', redeemed_at = ${now}
            FROM "user"
           WHERE device_grant.id = ${grantId}::uuid
             AND device_grant.status = 'approved'
             AND device_grant.expires_at > ${now}
             AND "user".id = device_grant.reviewer_id
          RETURNING device_grant.*
        ), minted AS (
          INSERT INTO api_key (id, user_id, key_hash, visible_start, name, client_id, scope, device_os,
                               client_version, ip_address, created_at, expires_at, device_grant_id)
          SELECT ${key.id}::uuid, reviewer_id, ${key.keyHash}, ${key.visibleStart}, ${key.name}, client_id, scope,
                 device_os, client_version, ip_address, ${now}, ${key.expiresAt}, id
            FROM redeemed
          RETURNING user_id
        )
        SELECT "user".id, email, full_name, tier, created_at FROM minted JOIN "user" ON "user".id = minted.user_id`);
    },

    /** live → used, and the key that it gives, in one statement, as `redeemGrant`. */
    redeemDashboardCode(codeId: string, key: NewApiKey, facts: KeyFacts, now: Date): Promise<Person | null> {
      return redeem(Prisma.sql`
        WITH used AS (
          UPDATE dashboard_code
             SET status = 'used', used_at = ${now}
           WHERE id = ${codeId}::uuid AND status = 'live' AND expires_at > ${now}
          RETURNING id, user_id
        ), minted AS (
          INSERT INTO api_key (id, user_id, key_hash, visible_start, name, client_id, device_os, client_version,
                               ip_address, created_at, expires_at, dashboard_code_id)
          SELECT ${key.id}::uuid, user_id, ${key.keyHash}, ${key.visibleStart}, ${key.name}, ${facts.clientId},
                 ${facts.deviceOs}, ${facts.clientVersion}, ${facts.ipAddress}, ${now}, ${key.expiresAt}, id
            FROM used
          RETURNING user_id
        )
        SELECT "user".id, email, full_name, tier, created_at FROM minted JOIN "user" ON "user".id = minted.user_id`);
    },

    async findKey(keyHash: Uint8Array<ArrayBuffer>): Promise<{ key: ApiKey; person: Person } | null> {
      const row = await prisma.apiKey.findUnique({ where: { keyHash }, ...shown, include: { user: true } });
      if (!row) return null;
      const { user, ...key } = row;
      return { key, person: toPerson(user) };
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
        where: { userId, status: "active", id: { not: keepId }, expiresAt: { gt: now } },
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
