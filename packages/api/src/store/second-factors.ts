import { Prisma, type PrismaClient } from "@alprina/db";
import { noteChange, type Note } from "./activity";

type Bytes = Uint8Array<ArrayBuffer>;

export interface SecondFactor {
  sealedSecret: Uint8Array;
  /** Null while it is being set up: then nobody is asked for it. */
  confirmedAt: Date | null;
  createdAt: Date;
  backupCodesLeft: number;
}

const ofPerson = { userId: Prisma.sql`user_id` };
const changed = Prisma.sql`changed`;

export function secondFactorStore(prisma: PrismaClient) {
  return {
    async findSecondFactor(userId: string): Promise<SecondFactor | null> {
      const found = await prisma.secondFactor.findUnique({
        where: { userId },
        include: { _count: { select: { backupCodes: true } } },
      });
      if (!found) return null;
      const { sealedSecret, confirmedAt, createdAt } = found;
      return { sealedSecret, confirmedAt, createdAt, backupCodesLeft: found._count.backupCodes };
    },

    /** off → being set up, or set up anew. False when it is on. */
    async beginSecondFactor(userId: string, sealedSecret: Bytes, now: Date): Promise<boolean> {
      const begun = await prisma.$queryRaw<unknown[]>`
        INSERT INTO second_factor AS s (user_id, sealed_secret, created_at) VALUES (${userId}, ${sealedSecret}, ${now})
        ON CONFLICT (user_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
         WHERE s.confirmed_at IS NULL
        RETURNING 1`;
      return begun.length === 1;
    },

    /**
     * being set up → on, with its backup codes. True for the call that turned it on; false when another did, or
     * when it was begun anew and `sealedSecret` is not its secret any more.
     */
    async confirmSecondFactor(
      userId: string,
      { sealedSecret, step, codes }: { sealedSecret: Uint8Array; step: number; codes: Bytes[] },
      now: Date,
      note: Note,
    ): Promise<boolean> {
      const confirmed = await prisma.$queryRaw<unknown[]>`
        WITH changed AS (
          UPDATE second_factor SET confirmed_at = ${now}, last_step = ${step}
           WHERE user_id = ${userId} AND confirmed_at IS NULL AND sealed_secret = ${new Uint8Array(sealedSecret)}
          RETURNING user_id
        ), codes AS (
          INSERT INTO backup_code (user_id, code_hmac) SELECT user_id, unnest(${codes}::bytea[]) FROM changed
        ), ${noteChange(note, ofPerson, changed)}
        SELECT 1 FROM changed`;
      return confirmed.length === 1;
    },

    /** Takes a time step's code, once: false when it, or a later one, was taken before. */
    async takeStep(userId: string, sealedSecret: Uint8Array, step: number): Promise<boolean> {
      const where = {
        userId,
        sealedSecret: new Uint8Array(sealedSecret),
        confirmedAt: { not: null },
        OR: [{ lastStep: null }, { lastStep: { lt: step } }],
      };
      return (await prisma.secondFactor.updateMany({ where, data: { lastStep: step } })).count === 1;
    },

    /** Takes a backup code, once. False for one that is none, or none any more. */
    async takeBackupCode(userId: string, codeHmac: Bytes, note: Note): Promise<boolean> {
      const taken = await prisma.$queryRaw<unknown[]>`
        WITH changed AS (
          DELETE FROM backup_code USING second_factor s
           WHERE backup_code.user_id = ${userId} AND code_hmac = ${codeHmac}
             AND s.user_id = backup_code.user_id AND s.confirmed_at IS NOT NULL
          RETURNING backup_code.user_id
        ), ${noteChange(note, ofPerson, changed)}
        SELECT 1 FROM changed`;
      return taken.length === 1;
    },

    /** Other backup codes in the place of those that there were. False when it is not on. */
    renewBackupCodes(userId: string, codes: Bytes[], note: Note): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        // Whoever renews them meanwhile waits here, and so leaves one set and not two.
        const on = await tx.$queryRaw<unknown[]>`
          SELECT 1 FROM second_factor WHERE user_id = ${userId} AND confirmed_at IS NOT NULL FOR NO KEY UPDATE`;
        if (on.length === 0) return false;
        await tx.backupCode.deleteMany({ where: { userId } });
        await tx.$queryRaw`
          WITH changed AS (
            INSERT INTO backup_code (user_id, code_hmac) SELECT ${userId}, unnest(${codes}::bytea[])
            RETURNING user_id
          ), one AS (SELECT DISTINCT user_id FROM changed), ${noteChange(note, ofPerson, Prisma.sql`one`)}
          SELECT 1 FROM one`;
        return true;
      });
    },

    /** on → off, with its backup codes; true for the call that did it. One that is being set up goes without an event. */
    async removeSecondFactor(userId: string, note: Note): Promise<boolean> {
      const removed = await prisma.$queryRaw<unknown[]>`
        WITH removed AS (
          DELETE FROM second_factor WHERE user_id = ${userId} RETURNING user_id, confirmed_at
        ), changed AS (
          SELECT user_id FROM removed WHERE confirmed_at IS NOT NULL
        ), ${noteChange(note, ofPerson, changed)}
        SELECT 1 FROM changed`;
      return removed.length === 1;
    },
  };
}
