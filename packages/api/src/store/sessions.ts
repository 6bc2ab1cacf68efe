import { Prisma, type PrismaClient } from "@alprina/db";
import { noteChange, type Note } from "./activity";

/** A browser that is signed in, without its token. */
export interface BrowserSession {
  id: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Date;
  updatedAt: Date;
}

const shown = { id: true, ipAddress: true, userAgent: true, createdAt: true, updatedAt: true } as const;

export function sessionStore(prisma: PrismaClient) {
  return {
    /** Those that have not run out, the last active first. */
    listSessions(userId: string, now: Date): Promise<BrowserSession[]> {
      return prisma.session.findMany({
        where: { userId, expiresAt: { gt: now } },
        select: shown,
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      });
    },

    /** True for the call that ended it; false when it was over, or is somebody else's. */
    async endSession(id: string, userId: string, note: Note): Promise<boolean> {
      const ended = await prisma.$queryRaw<unknown[]>`
        WITH changed AS (
          DELETE FROM session WHERE id = ${id} AND user_id = ${userId} RETURNING user_id
        ), ${noteChange(note, { userId: Prisma.sql`user_id` }, Prisma.sql`changed`)}
        SELECT 1 FROM changed`;
      return ended.length === 1;
    },
  };
}
