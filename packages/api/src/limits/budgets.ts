import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { ProductError } from "../domain/errors";
import type { RedisLink } from "../redis";
import { databaseUnavailable } from "../store/availability";
import { UNKNOWN_ADDRESS } from "./subject";

/**
 * How many points a subject has in how many seconds. An attempt costs one, and success gives none back. Where a
 * budget is for an address and one for the service, the address pays first: one that has nothing left takes nothing
 * from everybody's. docs/guessing.md shows what these numbers allow.
 */
export const budgets = {
  "start-login:address": { points: 120, seconds: 60 },
  "start-login:service": { points: 60_000, seconds: 60 },
  "user-code:address": { points: 120, seconds: 600 },
  "user-code:person": { points: 60, seconds: 600 },
  "user-code:service": { points: 6_000, seconds: 600 },
  "dashboard-code:address": { points: 120, seconds: 600 },
  "dashboard-code:service": { points: 6_000, seconds: 600 },
  "unknown-device-code:address": { points: 600, seconds: 600 },
  "unknown-device-code:service": { points: 60_000, seconds: 600 },
  "unknown-token:address": { points: 600, seconds: 600 },
  "unknown-token:service": { points: 60_000, seconds: 600 },
  "client-secret:address": { points: 300, seconds: 600 },
  "client-secret:client": { points: 6_000, seconds: 600 },
  "issue-dashboard-code:person": { points: 60, seconds: 600 },
  "revocation-link:address": { points: 60, seconds: 600 },
  "sign-in:address": { points: 120, seconds: 600 },
  "sign-in:account": { points: 30, seconds: 600 },
  "sign-in:service": { points: 60_000, seconds: 600 },
  "password:person": { points: 20, seconds: 600 },
} as const;

export type BudgetName = keyof typeof budgets;
export const budgetNames = Object.keys(budgets) as BudgetName[];

export interface Budgets {
  /**
   * Takes one point of `subject`'s budget.
   * @throws ProductError `over-budget` with the seconds to wait, whatever the attempt would have found.
   */
  spend(name: BudgetName, subject: string): Promise<void>;
}

/** Everybody whose address the server cannot see shares one budget, as large as that of so many addresses. */
export const UNKNOWN_COUNTS_AS = 20;

/** The points that `subject` has, after the operator's `factor`. A whole number, and never none. */
export function pointsOf(name: BudgetName, subject: string, factor: number): number {
  const isShared = name.endsWith(":address") && subject === UNKNOWN_ADDRESS;
  return Math.max(1, Math.round(budgets[name].points * (isShared ? UNKNOWN_COUNTS_AS : 1) * factor));
}

/** Where one budget of one size is counted. */
interface Counter {
  points: number;
  database: RateLimiterPostgres;
  redis: RateLimiterRedis | undefined;
}

/**
 * Budgets kept in PostgreSQL, or in Redis where there is one: shared by instances, and not forgotten by a restart.
 * While Redis is away PostgreSQL counts on, from what it has counted itself: an outage gives everybody one more
 * budget at most. `factor` multiplies each.
 */
export function createBudgets(pool: Pick<pg.Pool, "query">, factor: number, redis?: RedisLink): Budgets {
  const counters = new Map<string, Counter>();
  function counterOf(name: BudgetName, subject: string): Counter {
    const points = pointsOf(name, subject, factor);
    const key = `${name} ${points}`;
    const known = counters.get(key);
    if (known) return known;
    const options = { points, duration: budgets[name].seconds };
    const counter: Counter = {
      points,
      database: new RateLimiterPostgres({
        ...options,
        storeClient: pool,
        storeType: "pool",
        tableName: "budget",
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
      }),
      redis:
        redis &&
        new RateLimiterRedis({
          ...options,
          storeClient: redis.client,
          rejectIfRedisNotReady: true,
          keyPrefix: `alprina:budget:${name}`,
        }),
    };
    counters.set(key, counter);
    return counter;
  }

  /** Not the limiter's own insurance: that one keeps to itself why Redis refused. */
  async function consume(counter: Counter, subject: string): Promise<void> {
    const inRedis = counter.redis;
    if (redis && inRedis) {
      // A process that has just begun does not know yet, and would begin to count in the other place.
      await redis.opened;
      try {
        await redis.ask(() => inRedis.consume(subject));
        return redis.worked();
      } catch (error) {
        if (error instanceof RateLimiterRes) {
          redis.worked();
          throw error;
        }
        redis.failed(error);
      }
    }
    await counter.database.consume(subject);
  }

  return {
    async spend(name, subject) {
      const counter = counterOf(name, subject);
      try {
        await consume(counter, subject);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw databaseUnavailable(refusal);
        throw new ProductError("over-budget", "Too many attempts. Wait a moment, then try again.", {
          retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
          isFirstRefusal: refusal.consumedPoints === counter.points + 1,
        });
      }
    },
  };
}

/** For a server without a database: nothing to count in, and the store refuses every call anyway. */
export function createMissingBudgets(): Budgets {
  return { spend: () => Promise.resolve() };
}
