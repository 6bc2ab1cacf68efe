import { Prisma, type PrismaClient } from "@alprina/db";
import { keySubject, noteChange, type Note } from "./activity";
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
  /** Whether a mail tells its person. */
  isTold: boolean;
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
        // Nobody who is locked gets here.
        lockedAt: null,
      })
    : null;

// What a list of devices shows; the hashes stay in the database.
const shown = {
  omit: {
    ...{ keyHash: true, previousKeyHash: true, previousExpiresAt: true },
    ...{ deviceGrantId: true, dashboardCodeId: true, authorizationCodeId: true },
  },
} as const;

/**
 * The person in a statement, as `owner`: locked in the row, so that locking the account and signing out everywhere
 * wait for a key that is being given, and a key for them. Nobody who is locked, and nothing from before they last
 * signed out everywhere.
 */
const owner = (personId: Prisma.Sql, grantedAt: Prisma.Sql, from: Prisma.Sql) => Prisma.sql`
  owner AS (
    SELECT "user".id FROM ${from} JOIN "user" ON "user".id = ${personId}
     WHERE "user".locked_at IS NULL AND ("user".signed_out_at IS NULL OR ${grantedAt} > "user".signed_out_at)
       FOR SHARE OF "user"
  )`;

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

/** The rest of a statement that begins `WITH taken AS (…)`: the key with all that comes with it, and whose it is. */
function mintFromTaken(key: NewApiKey, { column, owner, facts }: Origin, now: Date, note: Note): Prisma.Sql {
  const refreshToken = key.renewal
    ? Prisma.sql`, renewing AS (
        INSERT INTO refresh_token (id, token_hash, api_key_id, created_at)
        SELECT ${key.renewal.refreshTokenId}::uuid, ${key.renewal.tokenHash}, id, ${now} FROM minted
      )`
    : Prisma.empty;
  const alert = key.isTold
    ? Prisma.sql`, alerting AS (
        INSERT INTO device_alert (device_id, user_id, created_at, next_try_at)
        SELECT id, user_id, ${now}::timestamptz, ${now}::timestamptz FROM minted
      )`
    : Prisma.empty;
  return Prisma.sql`
    , minted AS (
      INSERT INTO api_key (id, user_id, key_hash, visible_start, name, scope, client_id, device_os, client_version,
                           ip_address, created_at, expires_at, renewable_until, ${Prisma.raw(column)})
      SELECT ${key.id}::uuid, ${owner}, ${key.keyHash}, ${key.visibleStart}, ${key.name}, ${key.scope}, ${facts},
             ${now}, ${key.expiresAt}, ${key.renewal?.until ?? null}::timestamptz, id
        FROM taken
      RETURNING id, user_id, name, client_id, device_grant_id
    ) ${refreshToken} ${alert}, ${noteChange(note, { ...keySubject, grantId: Prisma.sql`device_grant_id` }, Prisma.sql`minted`)}
    SELECT "user".id, email, email_verified, full_name, tier, created_at
      FROM minted JOIN "user" ON "user".id = minted.user_id`;
}

const revoking = (which: Prisma.Sql, now: Date) =>
  Prisma.sql`UPDATE api_key SET status = 'revoked', revoked_at = ${now} WHERE ${which} AND status = 'active'`;

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

  /** Runs an UPDATE of keys with its events; how many keys it changed. */
  async function change(update: Prisma.Sql, note: Note): Promise<number> {
    try {
      const rows = await prisma.$queryRaw<unknown[]>`
        WITH changed AS (${update} RETURNING id, user_id, name, client_id), ${noteChange(note, keySubject, Prisma.sql`changed`)}
        SELECT 1 FROM changed`;
      return rows.length;
    } catch (error) {
      // The person was deleted at this very moment, and their keys with them.
      if (isOrphaned(error)) return 0;
      throw error;
    }
  }

  return {
    /**
     * approved → redeemed, and the key that it gives, in one statement: of any number of calls one gets a
     * person back, and there is one key. Null for every other, and when the person or the client is gone.
     */
    redeemGrant(grantId: string, key: NewApiKey, now: Date, note: Note): Promise<Person | null> {
      const from = Prisma.sql`(SELECT * FROM device_grant WHERE id = ${grantId}::uuid) AS it`;
      const origin: Origin = {
        column: "device_grant_id",
        owner: Prisma.sql`reviewer_id`,
        facts: factColumns,
      };
      return redeem(Prisma.sql`
        WITH ${clientOf(Prisma.sql`device_grant WHERE id = ${grantId}::uuid`)},
        ${owner(Prisma.sql`it.reviewer_id`, Prisma.sql`it.decided_at`, from)}, taken AS (
          UPDATE device_grant
             SET status = 'redeemed', redeemed_at = ${now}
            FROM owner, registered
           WHERE device_grant.id = ${grantId}::uuid
             AND device_grant.status = 'approved'
             AND device_grant.expires_at > ${now}
             AND device_grant.reviewer_id = owner.id
          RETURNING device_grant.*
        ) ${mintFromTaken(key, origin, now, note)}`);
    },

    /** live → used, and the key that it gives, in one statement, as `redeemGrant`. */
    redeemDashboardCode(
      codeId: string,
      key: NewApiKey,
      facts: KeyFacts,
      now: Date,
      note: Note,
    ): Promise<Person | null> {
      const from = Prisma.sql`(SELECT * FROM dashboard_code WHERE id = ${codeId}::uuid) AS it`;
      const said = Prisma.sql`${facts.clientId}, ${facts.deviceOs}, ${facts.clientVersion}, ${facts.ipAddress}`;
      const origin: Origin = { column: "dashboard_code_id", owner: Prisma.sql`user_id`, facts: said };
      return redeem(Prisma.sql`
        WITH ${owner(Prisma.sql`it.user_id`, Prisma.sql`it.created_at`, from)}, taken AS (
          UPDATE dashboard_code
             SET status = 'used', used_at = ${now}
            FROM owner
           WHERE dashboard_code.id = ${codeId}::uuid AND status = 'live' AND expires_at > ${now}
             AND user_id = owner.id
          RETURNING dashboard_code.id, user_id
        ) ${mintFromTaken(key, origin, now, note)}`);
    },

    /** issued → redeemed, and the key that it gives, in one statement, as `redeemGrant`. */
    redeemAuthorizationCode(codeId: string, key: NewApiKey, now: Date, note: Note): Promise<Person | null> {
      const from = Prisma.sql`(SELECT * FROM authorization_code WHERE id = ${codeId}::uuid) AS it`;
      const origin: Origin = {
        column: "authorization_code_id",
        owner: Prisma.sql`user_id`,
        facts: factColumns,
      };
      return redeem(Prisma.sql`
        WITH ${clientOf(Prisma.sql`authorization_code WHERE id = ${codeId}::uuid`)},
        ${owner(Prisma.sql`it.user_id`, Prisma.sql`it.created_at`, from)}, taken AS (
          UPDATE authorization_code
             SET status = 'redeemed', redeemed_at = ${now}
            FROM owner, registered
           WHERE authorization_code.id = ${codeId}::uuid AND status = 'issued' AND expires_at > ${now}
             AND user_id = owner.id
          RETURNING authorization_code.*
        ) ${mintFromTaken(key, origin, now, note)}`);
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

    /** True when there was such a key of this person. Another name is an event, with the former one; the same is none. */
    async renameKey(id: string, userId: string, name: string, note: Note): Promise<boolean> {
      const subject = { ...keySubject, detail: Prisma.sql`former_name` };
      const renamed = await prisma.$queryRaw<unknown[]>`
        WITH former AS (
          SELECT id, name FROM api_key WHERE id = ${id}::uuid AND user_id = ${userId} FOR UPDATE
        ), renamed AS (
          UPDATE api_key SET name = ${name} FROM former WHERE api_key.id = former.id
          RETURNING api_key.id, user_id, api_key.name, client_id, former.name AS former_name
        ), changed AS (
          SELECT * FROM renamed WHERE name <> former_name
        ), ${noteChange(note, subject, Prisma.sql`changed`)}
        SELECT 1 FROM renamed`;
      return renamed.length === 1;
    },

    /** active → revoked. True for the call that did it, false when it was revoked before or is not theirs. */
    async revokeKey(id: string, userId: string, now: Date, note: Note): Promise<boolean> {
      const theirs = Prisma.sql`id = ${id}::uuid AND user_id = ${userId}`;
      return (await change(revoking(theirs, now), note)) === 1;
    },

    /** active → revoked for every key of this person but one, or for all; how many it were. */
    revokeKeys(userId: string, { keepId }: { keepId?: string }, now: Date, note: Note): Promise<number> {
      const theirs = Prisma.sql`user_id = ${userId} AND id IS DISTINCT FROM ${keepId ?? null}::uuid
        AND (expires_at > ${now} OR renewable_until > ${now})`;
      return change(revoking(theirs, now), note);
    },

    /** active → revoked for those of these keys that are this person's and not over; how many it were. */
    revokeKeysWithIds(userId: string, ids: string[], now: Date, note: Note): Promise<number> {
      const theirs = Prisma.sql`user_id = ${userId} AND id = ANY(${ids}::uuid[])
        AND (expires_at > ${now} OR renewable_until > ${now})`;
      return change(revoking(theirs, now), note);
    },

    /** active → revoked for what a code gave, when that code is shown again (RFC 6749 §4.1.2). */
    async revokeKeyOfCode(authorizationCodeId: string, now: Date, note: Note): Promise<boolean> {
      const given = Prisma.sql`authorization_code_id = ${authorizationCodeId}::uuid`;
      return (await change(revoking(given, now), note)) === 1;
    },
  };
}
