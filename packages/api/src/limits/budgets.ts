import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { ProductError } from "../domain/errors";
import { databaseUnavailable } from "../store/availability";

/** How many points a subject has in how many seconds. An attempt costs one, and success gives none back. */
const budgets = {
  "start-login:address": { points: 120, seconds: 60 },
  "start-login:service": { points: 60_000, seconds: 60 },
  "user-code:address": { points: 120, seconds: 600 },
  "user-code:person": { points: 60, seconds: 600 },
  "user-code:service": { points: 60_000, seconds: 600 },
  "dashboard-code:address": { points: 120, seconds: 600 },
  "dashboard-code:service": { points: 60_000, seconds: 600 },
  "unknown-device-code:address": { points: 600, seconds: 600 },
  "issue-dashboard-code:person": { points: 60, seconds: 600 },
  "sign-in:address": { points: 120, seconds: 600 },
  "sign-in:account": { points: 30, seconds: 600 },
  "sign-in:service": { points: 60_000, seconds: 600 },
  "password:person": { points: 20, seconds: 600 },
} as const;

export type BudgetName = keyof typeof budgets;

export interface Budgets {
  /**
   * Takes one point of `subject`'s budget.
   * @throws ProductError `over-budget` with the seconds to wait, whatever the attempt would have found.
   */
  spend(name: BudgetName, subject: string): Promise<void>;
}

/** Budgets kept in PostgreSQL: shared by instances, and not forgotten by a restart. `factor` multiplies each. */
export function createBudgets(pool: pg.Pool, factor: number): Budgets {
  const limiters = new Map(
    Object.entries(budgets).map(([name, { points, seconds }]) => [
      name,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: "pool",
        tableName: "budget",
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: Math.max(1, Math.round(points * factor)),
        duration: seconds,
      }),
    ]),
  );
  return {
    async spend(name, subject) {
      try {
        await limiters.get(name)?.consume(subject);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) {
          throw new ProductError("over-budget", "Too many attempts. Wait a moment, then try again.", {
            retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
            isFirstRefusal: refusal.consumedPoints === (limiters.get(name)?.points ?? 0) + 1,
          });
        }
        throw databaseUnavailable(refusal);
      }
    },
  };
}

/** For a server without a database: nothing to count in, and the store refuses every call anyway. */
export function createMissingBudgets(): Budgets {
  return { spend: () => Promise.resolve() };
}
