import type { Prisma, PrismaClient } from "@alprina/db";

/**
 * What is removed from time to time, each with a lock of its own: whoever is kept from one thing knows that another
 * instance is at that very thing, and goes on to the next. The numbers are what instances agree on.
 */
const LOCKS = {
  activity: 7_265_310_201,
  budgets: 7_265_310_202,
  "dashboard-codes": 7_265_310_203,
  "device-grants": 7_265_310_204,
  "authorization-codes": 7_265_310_205,
  "refresh-tokens": 7_265_310_206,
  "ended-keys": 7_265_310_207,
  "ended-renewable-keys": 7_265_310_208,
  "revoked-keys": 7_265_310_209,
  sessions: 7_265_310_210,
  verifications: 7_265_310_211,
} as const;

/**
 * Does one batch of a work that one instance at a time is at: what it answers, or null while another instance is at
 * it. The lock goes with the transaction, so that an instance that dies in the middle keeps nobody out.
 */
export function inTurn<T>(
  prisma: PrismaClient,
  lock: keyof typeof LOCKS,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T | null> {
  return prisma.$transaction(async (tx) => {
    const [turn] = await tx.$queryRaw<
      { mine: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(${LOCKS[lock]}::bigint) AS mine`;
    return turn?.mine ? work(tx) : null;
  });
}
