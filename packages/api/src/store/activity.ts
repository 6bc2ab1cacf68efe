import { Prisma, type PrismaClient } from "@alprina/db";
import type { ActivityKind } from "../domain/activity";
import { inTurn } from "./in-turn";

/** Where a call came from, as far as it is known. */
export interface Origin {
  ipAddress: string | null;
  place: string | null;
  network: string | null;
  userAgent: string | null;
}

/** What is to be written down with a change. */
export interface Note {
  kind: ActivityKind;
  at: Date;
  origin: Origin;
  /** A few words more. Never a code or a key. */
  detail?: string | null;
  /** The operator who did it to somebody, at /admin. */
  actorId?: string | null;
}

/** Whom and what an event is about. */
export interface Subject {
  userId?: string | null;
  deviceId?: string | null;
  deviceName?: string | null;
  grantId?: string | null;
  clientId?: string | null;
}

export interface Activity extends Origin, Required<Subject> {
  id: bigint;
  at: Date;
  kind: string;
  detail: string | null;
  /** The e-mail address of whose it is; null for nobody. */
  email: string | null;
  /** The operator who did it at /admin, and their e-mail address; null for everything else. */
  actorId: string | null;
  actorEmail: string | null;
}

export interface ActivityFilter {
  /** Whose; without it everybody's, for operators. */
  userId?: string;
  kinds?: ActivityKind[];
  /** What happened to this device, and the login that it came from. */
  deviceId?: string;
  ipAddress?: string;
  from?: Date;
  until?: Date;
  /** Only what is older than this event: the last one of the page before. */
  before?: bigint;
  limit: number;
}

/** SQL for the columns of the changed row, which an event is about; what is not named is unknown. */
export interface SubjectColumns {
  userId?: Prisma.Sql;
  deviceId?: Prisma.Sql;
  deviceName?: Prisma.Sql;
  grantId?: Prisma.Sql;
  clientId?: Prisma.Sql;
  /** Instead of the note's, where the row knows it. */
  detail?: Prisma.Sql;
}

/** Of a row of api_key. */
export const keySubject: SubjectColumns = {
  userId: Prisma.sql`user_id`,
  deviceId: Prisma.sql`id`,
  deviceName: Prisma.sql`name`,
  clientId: Prisma.sql`client_id`,
};

/**
 * One more part of a statement that begins `WITH changed AS (UPDATE … RETURNING …)`: the event, written if and
 * only if the row was changed.
 */
export function noteChange(
  { kind, at, origin, detail = null, actorId = null }: Note,
  columns: SubjectColumns,
  from: Prisma.Sql,
  /** Its name in the statement, where there are two. */
  name = Prisma.sql`noted`,
) {
  const { userId, deviceId, deviceName, grantId, clientId } = columns;
  const unknown = Prisma.sql`NULL`;
  return Prisma.sql`${name} AS (
    INSERT INTO activity (at, kind, user_id, device_id, device_name, grant_id, client_id, ip_address, place, network,
                          user_agent, detail, actor_id)
    SELECT ${at}::timestamptz, ${kind}, ${userId ?? unknown}, ${deviceId ?? Prisma.sql`NULL::uuid`},
           ${deviceName ?? unknown}, ${grantId ?? Prisma.sql`NULL::uuid`}, ${clientId ?? unknown},
           ${origin.ipAddress}::text, ${origin.place}::text, ${origin.network}::text, ${origin.userAgent}::text,
           ${columns.detail ?? Prisma.sql`${detail}::text`}, ${actorId}::text
      FROM ${from}
  )`;
}

export function activityStore(prisma: PrismaClient) {
  return {
    /** An event that goes with no change, such as a refusal. */
    async insertActivity(
      { kind, at, origin, detail = null, actorId }: Note,
      subject: Subject,
    ): Promise<void> {
      await prisma.activity.create({
        data: { kind, at, ...origin, detail, actorId, ...subject },
        select: { id: true },
      });
    },

    /** The newest first. */
    async listActivity(filter: ActivityFilter): Promise<Activity[]> {
      const { userId, kinds, deviceId, ipAddress, from, until, before, limit } = filter;
      const rows = await prisma.activity.findMany({
        where: {
          userId,
          ipAddress,
          kind: kinds && { in: kinds },
          at: { gte: from, lt: until },
          id: before === undefined ? undefined : { lt: before },
          OR: deviceId === undefined ? undefined : await eventsOfDevice(prisma, deviceId),
        },
        include: { user: { select: { email: true } }, actor: { select: { email: true } } },
        orderBy: { id: "desc" },
        take: limit,
      });
      return rows.map(({ user, actor, ...row }) => ({
        ...row,
        email: user?.email ?? null,
        actorEmail: actor?.email ?? null,
      }));
    },

    /**
     * Removes up to `limit` events from before `before`; how many it were, or null while another instance is at it.
     */
    forgetActivity(before: Date, limit: number): Promise<number | null> {
      return inTurn(
        prisma,
        "activity",
        (tx) => tx.$executeRaw`
          DELETE FROM activity WHERE id IN (SELECT id FROM activity WHERE at < ${before} ORDER BY at LIMIT ${limit})`,
      );
    },
  };
}

/** The device's own, and those of the login that gave it, which happened before there was a device. */
async function eventsOfDevice(prisma: PrismaClient, deviceId: string): Promise<Prisma.ActivityWhereInput[]> {
  const key = await prisma.apiKey.findUnique({ where: { id: deviceId }, select: { deviceGrantId: true } });
  return [{ deviceId }, ...(key?.deviceGrantId ? [{ grantId: key.deviceGrantId }] : [])];
}
