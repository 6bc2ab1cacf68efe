import { Prisma, type PrismaClient } from "@alprina/db";
import { noteChange, type Note } from "./activity";
import type { Transaction } from "./sign-out";

/** Somebody's being an operator. */
export interface OperatorStanding {
  since: Date;
  /** As the first person who ever came here, and not by the operator's command. */
  isFirst: boolean;
}

export function operatorStore(prisma: PrismaClient) {
  return {
    /** Null for everybody who is no operator, and for a locked one. */
    async findOperator(personId: string): Promise<OperatorStanding | null> {
      const [found] = await prisma.$queryRaw<{ since: Date; is_first: boolean }[]>`
        SELECT operator_since AS since, EXISTS (SELECT FROM installation WHERE first_person_id = "user".id) AS is_first
          FROM "user" WHERE id = ${personId} AND operator_since IS NOT NULL AND locked_at IS NULL`;
      return found ? { since: found.since, isFirst: found.is_first } : null;
    },

    /** Whether nobody has ever come, so that whoever comes next is the operator. */
    async awaitsFirstPerson(): Promise<boolean> {
      return (await prisma.installation.count({ where: { firstPersonAt: null } })) === 1;
    },

    /** person → operator. False when they were one, or are not there. */
    async makeOperator(personId: string, now: Date, note: Note): Promise<boolean> {
      const made = await prisma.$queryRaw<unknown[]>`
        WITH changed AS (
          UPDATE "user" SET operator_since = ${now} WHERE id = ${personId} AND operator_since IS NULL RETURNING id
        ), ${noteChange(note, subject, Prisma.sql`changed`)}
        SELECT 1 FROM changed`;
      return made.length === 1;
    },

    /** operator → person, unless nobody who may sign in would be one then. False for that, and for who was none. */
    removeOperator(personId: string, note: Note): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        await oneAfterTheOther(tx);
        const removed = await tx.$queryRaw<unknown[]>`
          WITH changed AS (
            UPDATE "user" SET operator_since = NULL
             WHERE id = ${personId} AND operator_since IS NOT NULL AND EXISTS (
               SELECT FROM "user" other
                WHERE other.id <> ${personId} AND other.operator_since IS NOT NULL AND other.locked_at IS NULL)
            RETURNING id
          ), ${noteChange(note, subject, Prisma.sql`changed`)}
          SELECT 1 FROM changed`;
        return removed.length === 1;
      });
    },
  };
}

const subject = { userId: Prisma.sql`id` };

/**
 * Whether the operator whom `note` names is one still, as a part of `tx`, which from here on is the only one to lock
 * anybody: of two operators who lock each other at once, one does. What no operator is named for is the command's.
 */
export async function mayStillOperate(tx: Transaction, { actorId }: Note): Promise<boolean> {
  if (!actorId) return true;
  await oneAfterTheOther(tx);
  const where = { id: actorId, operatorSince: { not: null }, lockedAt: null };
  return (await tx.user.count({ where })) === 1;
}

/** Holds the one row of the installation until `tx` is done: what looks at all operators must not race. */
const oneAfterTheOther = (tx: Transaction) => tx.$queryRaw`SELECT FROM installation FOR UPDATE`;
