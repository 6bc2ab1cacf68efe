import { Prisma, type PrismaClient } from "@alprina/db";
import { noteChange, type Note } from "./activity";
import type { DashboardCodeStatus } from "../domain/dashboard-code";
import type { KeyFacts } from "./api-keys";
import { isTaken } from "./violations";

export interface DashboardCode {
  id: string;
  userId: string;
  status: DashboardCodeStatus;
  expiresAt: Date;
  deviceGrantId: string | null;
}

export interface NewDashboardCode {
  id: string;
  userId: string;
  codeHmac: Uint8Array<ArrayBuffer>;
  createdAt: Date;
  expiresAt: Date;
}

/** The grant that a dashboard code turns into when its CLI asked to be confirmed on the page. */
export interface ConfirmationGrant extends KeyFacts {
  id: string;
  deviceCodeHash: Uint8Array<ArrayBuffer>;
  deviceName: string;
  scope: string;
  intervalSeconds: number;
  createdAt: Date;
  expiresAt: Date;
}

export function dashboardCodeStore(prisma: PrismaClient) {
  return {
    /**
     * Stores a new live code and retires the person's former one, so that one code a person is live. Calls of one
     * person take turns behind a lock on their row, of the kind that new keys, which only refer to it, pass by.
     * `taken` when the code is another's (the caller draws a new one), `gone` when the person is, or is locked.
     */
    async issueDashboardCode(code: NewDashboardCode, note: Note): Promise<"stored" | "taken" | "gone"> {
      try {
        return await prisma.$transaction(async (tx) => {
          const owners = await tx.$queryRaw<
            unknown[]
          >`SELECT 1 FROM "user" WHERE id = ${code.userId} AND locked_at IS NULL FOR NO KEY UPDATE`;
          if (owners.length === 0) return "gone";
          await tx.dashboardCode.updateMany({
            where: { userId: code.userId, status: "live" },
            data: { status: "replaced" },
          });
          await tx.dashboardCode.create({ data: code, select: { id: true } });
          const { kind, at, origin, detail = null } = note;
          await tx.activity.create({ data: { kind, at, ...origin, detail, userId: code.userId } });
          return "stored";
        });
      } catch (error) {
        if (isTaken(error)) return "taken";
        throw error;
      }
    },

    findDashboardCodeByHmac(codeHmac: Uint8Array<ArrayBuffer>): Promise<DashboardCode | null> {
      return prisma.dashboardCode.findUnique({ where: { codeHmac } });
    },

    findOwnDashboardCode(id: string, userId: string): Promise<DashboardCode | null> {
      return prisma.dashboardCode.findFirst({ where: { id, userId } });
    },

    /** The name of the device that a used code gave, for the page that showed the code. */
    async findDeviceNameOfCode(id: string): Promise<string | null> {
      const key = await prisma.apiKey.findFirst({ where: { dashboardCodeId: id }, select: { name: true } });
      return key?.name ?? null;
    },

    /**
     * live → used, and a pending grant bound to the code's owner, in one statement. True for the one call that
     * won the code.
     */
    async claimDashboardCode(
      codeId: string,
      grant: ConfirmationGrant,
      now: Date,
      note: Note,
    ): Promise<boolean> {
      const subject = {
        userId: Prisma.sql`reviewer_id`,
        grantId: Prisma.sql`id`,
        deviceName: Prisma.sql`device_name`,
        clientId: Prisma.sql`client_id`,
      };
      const claimed = await prisma.$queryRaw<unknown[]>`
        WITH used AS (
          UPDATE dashboard_code
             SET status = 'used', used_at = ${now}, device_grant_id = ${grant.id}::uuid
           WHERE id = ${codeId}::uuid AND status = 'live' AND expires_at > ${now}
          RETURNING user_id
        ), changed AS (
          INSERT INTO device_grant (id, device_code_hash, client_id, scope, device_name, device_os, client_version,
                                    ip_address, interval_seconds, reviewer_id, created_at, expires_at)
          SELECT ${grant.id}::uuid, ${grant.deviceCodeHash}, ${grant.clientId}, ${grant.scope}, ${grant.deviceName},
                 ${grant.deviceOs}, ${grant.clientVersion}, ${grant.ipAddress}, ${grant.intervalSeconds}, user_id,
                 ${grant.createdAt}, ${grant.expiresAt}
            FROM used
          RETURNING id, client_id, device_name, reviewer_id
        ), ${noteChange(note, subject, Prisma.sql`changed`)}
        SELECT 1 FROM changed`;
      return claimed.length === 1;
    },
  };
}
