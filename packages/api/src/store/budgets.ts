import type { PrismaClient } from "@alprina/db";

/** The number of the lock that an instance holds while it removes budgets that are over. */
const FORGETTING = 7_265_310_202;

export function budgetStore(prisma: PrismaClient) {
  return {
    /**
     * Removes up to `limit` budgets that were over before `before`; how many it were, or null while another instance
     * is at it.
     */
    forgetBudgets(before: Date, limit: number): Promise<number | null> {
      return prisma.$transaction(async (tx) => {
        // It goes with the transaction: an instance that dies in the middle keeps nobody out.
        const [lock] = await tx.$queryRaw<
          { mine: boolean }[]
        >`SELECT pg_try_advisory_xact_lock(${FORGETTING}::bigint) AS mine`;
        if (!lock?.mine) return null;
        // Locked before it goes: a budget that somebody spends from at this moment begins anew and stays.
        return tx.$executeRaw`
          DELETE FROM budget WHERE key IN (
            SELECT key FROM budget WHERE expire < ${BigInt(before.getTime())}
             ORDER BY expire LIMIT ${limit} FOR UPDATE SKIP LOCKED)`;
      });
    },
  };
}
