import { Prisma, type PrismaClient } from "@alprina/db";
import { decidedStatus, type Decision, type DeviceGrantStatus } from "../domain/device-grant";
import { noteChange, type Note } from "./activity";
import { isOrphaned } from "./violations";

export interface DeviceGrant {
  id: string;
  status: DeviceGrantStatus;
  clientId: string;
  scope: string | null;
  codeChallenge: string | null;
  deviceName: string | null;
  deviceOs: string | null;
  clientVersion: string | null;
  ipAddress: string | null;
  intervalSeconds: number;
  keyTtlSeconds: number | null;
  denialReason: string | null;
  reviewerId: string | null;
  createdAt: Date;
  expiresAt: Date;
  decidedAt: Date | null;
}

/** A grant with what other instances know it by. */
export interface NamedGrant extends DeviceGrant {
  deviceCodeHash: Uint8Array<ArrayBuffer>;
}

export interface NewDeviceGrant extends Omit<
  DeviceGrant,
  "status" | "reviewerId" | "keyTtlSeconds" | "denialReason" | "decidedAt"
> {
  deviceCodeHash: Uint8Array<ArrayBuffer>;
  userCodeHmac: Uint8Array<ArrayBuffer>;
}

/** What a person decided, and on what terms. */
export interface GrantDecision {
  decision: Decision;
  /** What they allowed; undefined leaves what was asked for. */
  scope?: string;
  keyTtlSeconds?: number;
  denialReason?: string;
}

const subject = {
  grantId: Prisma.sql`id`,
  clientId: Prisma.sql`client_id`,
  deviceName: Prisma.sql`device_name`,
};
const changedRow = Prisma.sql`changed`;

export function deviceGrantStore(prisma: PrismaClient) {
  return {
    /** False when the user code belongs to another grant; the caller draws a new one. */
    async insertGrant(grant: NewDeviceGrant, note: Note): Promise<boolean> {
      const inserted = await prisma.$queryRaw<unknown[]>`
        WITH changed AS (
          INSERT INTO device_grant (id, device_code_hash, user_code_hmac, client_id, scope, code_challenge, device_name,
                                    device_os, client_version, ip_address, interval_seconds, created_at, expires_at)
          VALUES (${grant.id}::uuid, ${grant.deviceCodeHash}, ${grant.userCodeHmac}, ${grant.clientId}, ${grant.scope},
                  ${grant.codeChallenge}, ${grant.deviceName}, ${grant.deviceOs}, ${grant.clientVersion},
                  ${grant.ipAddress}, ${grant.intervalSeconds}, ${grant.createdAt}, ${grant.expiresAt})
          ON CONFLICT (user_code_hmac) DO NOTHING
          RETURNING id, client_id, device_name
        ), ${noteChange(note, subject, changedRow)}
        SELECT 1 FROM changed`;
      return inserted.length === 1;
    },

    findGrantByUserCode(userCodeHmac: Uint8Array<ArrayBuffer>): Promise<NamedGrant | null> {
      return prisma.deviceGrant.findUnique({ where: { userCodeHmac } });
    },

    findGrant(id: string): Promise<NamedGrant | null> {
      return prisma.deviceGrant.findUnique({ where: { id } });
    },

    /**
     * Binds a pending grant to the first person who reviews it: from then on nobody else can decide it.
     * True when it is this person's now, or was already; the first time is an event. The start of the login becomes
     * an event of theirs in the same statement: it had nobody's name on it, and from here on it is told and deleted
     * with theirs.
     */
    async bindGrantToReviewer(grantId: string, personId: string, now: Date, note: Note): Promise<boolean> {
      const bound = await prisma.$queryRaw<unknown[]>`
        WITH former AS (
          SELECT id, reviewer_id FROM device_grant
           WHERE id = ${grantId}::uuid AND status = 'pending' AND expires_at > ${now}
             -- A grant without a user code began with a dashboard code: it was bound when it was made.
             AND (reviewer_id = ${personId} OR (reviewer_id IS NULL AND user_code_hmac IS NOT NULL))
             FOR UPDATE
        ), bound AS (
          UPDATE device_grant SET reviewer_id = ${personId} FROM former WHERE device_grant.id = former.id
          RETURNING device_grant.id, device_grant.client_id, device_grant.device_name, device_grant.reviewer_id,
                    former.reviewer_id AS former_reviewer_id
        ), changed AS (
          SELECT * FROM bound WHERE former_reviewer_id IS NULL
        ), started AS (
          UPDATE activity SET user_id = changed.reviewer_id FROM changed
           WHERE activity.grant_id = changed.id AND activity.kind = 'login-started' AND activity.user_id IS NULL
        ), ${noteChange(note, { ...subject, userId: Prisma.sql`reviewer_id` }, changedRow)}
        SELECT 1 FROM bound`;
      return bound.length === 1;
    },

    /** pending → approved or denied, by the person whom the grant is bound to. True for the one who decided. */
    async decideGrant(
      grantId: string,
      personId: string,
      { decision, scope, keyTtlSeconds, denialReason }: GrantDecision,
      now: Date,
      note: Note,
    ): Promise<boolean> {
      try {
        const decided = await prisma.$queryRaw<unknown[]>`
          WITH changed AS (
            UPDATE device_grant
               SET status = ${decidedStatus[decision]}::device_grant_status, decided_at = ${now},
                   scope = COALESCE(${scope ?? null}::text, scope),
                   key_ttl_seconds = ${keyTtlSeconds ?? null}::integer,
                   denial_reason = ${denialReason ?? null}::text
             WHERE id = ${grantId}::uuid AND status = 'pending' AND expires_at > ${now} AND reviewer_id = ${personId}
            RETURNING id, client_id, device_name, reviewer_id
          ), ${noteChange(note, { ...subject, userId: Prisma.sql`reviewer_id` }, changedRow)}
          SELECT 1 FROM changed`;
        return decided.length === 1;
      } catch (error) {
        // The person was deleted at this very moment.
        if (isOrphaned(error)) return false;
        throw error;
      }
    },
  };
}
