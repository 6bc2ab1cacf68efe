import type { PrismaClient } from "@alprina/db";
import { inTurn } from "./in-turn";

export function budgetStore(prisma: PrismaClient) {
  return {
    /**
     * Removes up to `limit` budgets that were over before `before`, or end only after `beyond`, which none can: a
     * clock was set back since it began. How many it were, or null while another instance is at it.
     */
    forgetBudgets(before: Date, beyond: Date, limit: number): Promise<number | null> {
      return inTurn(
        prisma,
        "budgets",
        // Locked before it goes: a budget that somebody spends from at this moment begins anew and stays.
        (tx) => tx.$executeRaw`
          WITH ended AS (
            SELECT key FROM budget WHERE expire < ${BigInt(before.getTime())}
             ORDER BY expire LIMIT ${limit} FOR UPDATE SKIP LOCKED
          ), ahead AS (
            SELECT key FROM budget WHERE expire > ${BigInt(beyond.getTime())}
             ORDER BY expire DESC LIMIT ${limit} FOR UPDATE SKIP LOCKED
          )
          DELETE FROM budget WHERE key = ANY(ARRAY(SELECT key FROM ended UNION ALL SELECT key FROM ahead))`,
      );
    },
  };
}
