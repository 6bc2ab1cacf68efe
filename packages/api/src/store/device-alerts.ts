import { Prisma, type PrismaClient } from "@alprina/db";
import { keySubject, noteChange, type Note, type Origin } from "./activity";

/** A mail that one worker has taken to send. */
export interface ClaimedAlert {
  deviceId: string;
  createdAt: Date;
  /** This one is counted. */
  tries: number;
}

/** A device as its mail and the page behind the link tell of it. */
export interface AlertedDevice {
  id: string;
  userId: string;
  email: string;
  /** What its person reads; null where nobody knows. */
  language: string | null;
  name: string;
  status: "active" | "revoked";
  clientId: string;
  clientVersion: string | null;
  deviceOs: string | null;
  scope: string | null;
  createdAt: Date;
  /** When it is over for good. */
  expiresAt: Date;
  revokedAt: Date | null;
  /** When the link was used. */
  disownedAt: Date | null;
  /** Where the login was begun, when that was a terminal and not the browser. */
  askedFrom: string | null;
  /** Where the key was fetched. */
  terminal: Origin | null;
  /** Where a person approved it, or read the code that it was made with. */
  browser: (Origin & { at: Date }) | null;
}

interface Row extends Omit<AlertedDevice, "terminal" | "browser"> {
  grantId: string | null;
  approvedAt: Date | null;
}

const origin = { ipAddress: true, place: true, network: true, userAgent: true } as const;

export function deviceAlertStore(prisma: PrismaClient) {
  return {
    /**
     * Takes the mail that has waited longest. Nobody else gets it before `until`: a worker that dies with it has
     * merely delayed it. Of any number of calls one gets it. Null when none is due.
     */
    async claimAlert(
      now: Date,
      until: Date,
      perPerson: { atMost: number; since: Date },
    ): Promise<ClaimedAlert | null> {
      const [claimed] = await prisma.$queryRaw<ClaimedAlert[]>`
        UPDATE device_alert SET tries = tries + 1, next_try_at = ${until}
         WHERE device_id = (
           SELECT device_id FROM device_alert AS due
            WHERE next_try_at <= ${now}
              AND (SELECT count(*) FROM device_alert AS sent
                    WHERE sent.user_id = due.user_id AND sent.sent_at > ${perPerson.since}) < ${perPerson.atMost}
            ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING device_id AS "deviceId", created_at AS "createdAt", tries`;
      return claimed ?? null;
    },

    /** taken → sent. */
    async noteAlertSent(deviceId: string, now: Date): Promise<void> {
      await prisma.deviceAlert.updateMany({ where: { deviceId }, data: { sentAt: now, nextTryAt: null } });
    },

    /** taken → waiting until `nextTryAt`, or given up with null. */
    async postponeAlert(deviceId: string, tries: number, nextTryAt: Date | null): Promise<void> {
      // Only the try that this worker made: another may have taken the mail since.
      await prisma.deviceAlert.updateMany({ where: { deviceId, tries, sentAt: null }, data: { nextTryAt } });
    },

    /** Removes up to `limit` mails from before `before` that nobody will send any more; how many it were. */
    async forgetAlerts(before: Date, limit: number): Promise<number> {
      return prisma.$executeRaw`
        DELETE FROM device_alert WHERE device_id IN (
          SELECT device_id FROM device_alert WHERE created_at < ${before} AND next_try_at IS NULL LIMIT ${limit})`;
    },

    /** Null when no mail ever told of this device, or it is gone. */
    async findAlertedDevice(deviceId: string): Promise<AlertedDevice | null> {
      const [row] = await prisma.$queryRaw<Row[]>`
        SELECT key.id, key.user_id AS "userId", "user".email, "user".language, key.name, key.status::text AS status,
               key.client_id AS "clientId", key.client_version AS "clientVersion", key.device_os AS "deviceOs",
               key.scope, key.created_at AS "createdAt", COALESCE(key.renewable_until, key.expires_at) AS "expiresAt",
               key.revoked_at AS "revokedAt", device_alert.disowned_at AS "disownedAt",
               key.device_grant_id AS "grantId",
               CASE WHEN key.authorization_code_id IS NULL THEN key.ip_address END AS "askedFrom",
               COALESCE(device_grant.decided_at, dashboard_code.created_at, authorization_code.created_at)
                 AS "approvedAt"
          FROM device_alert
          JOIN api_key AS key ON key.id = device_alert.device_id
          JOIN "user" ON "user".id = key.user_id
          LEFT JOIN device_grant ON device_grant.id = key.device_grant_id
          LEFT JOIN dashboard_code ON dashboard_code.id = key.dashboard_code_id
          LEFT JOIN authorization_code ON authorization_code.id = key.authorization_code_id
         WHERE device_alert.device_id = ${deviceId}::uuid`;
      if (!row) return null;
      const { approvedAt, grantId, ...device } = row;
      const { userId } = device;
      const [terminal, browser] = await Promise.all([
        prisma.activity.findFirst({ where: { userId, deviceId, kind: "device-added" }, select: origin }),
        approvedAt &&
          prisma.activity.findFirst({
            // An approval and its event are written with one time.
            where: {
              userId,
              at: approvedAt,
              kind: { in: ["login-approved", "dashboard-code-issued"] },
              grantId,
            },
            select: { ...origin, at: true },
          }),
      ]);
      return { ...device, terminal, browser };
    },

    /**
     * Uses the link up: the device is revoked if it was not, and both are events. True for the one call that did it.
     */
    async disownDevice(
      deviceId: string,
      now: Date,
      notes: { disowned: Note; revoked: Note },
    ): Promise<boolean> {
      const used = await prisma.$queryRaw<unknown[]>`
        WITH used AS (
          UPDATE device_alert SET disowned_at = ${now} WHERE device_id = ${deviceId}::uuid AND disowned_at IS NULL
          RETURNING device_id
        ), owned AS (
          SELECT id, user_id, name, client_id FROM api_key JOIN used ON used.device_id = api_key.id
        ), ${noteChange(notes.disowned, keySubject, Prisma.sql`owned`, Prisma.sql`disowned`)}, changed AS (
          UPDATE api_key SET status = 'revoked', revoked_at = ${now}
            FROM used WHERE api_key.id = used.device_id AND status = 'active'
          RETURNING api_key.id, user_id, name, client_id
        ), ${noteChange(notes.revoked, keySubject, Prisma.sql`changed`)}
        SELECT 1 FROM used`;
      return used.length === 1;
    },
  };
}
