import type pg from "pg";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { ProductError } from "../domain/errors";
import type { RedisLink } from "../redis";
import { databaseUnavailable } from "../store/availability";
import { takeInTurn, type Count } from "./counting";
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
  "second-factor:person": { points: 10, seconds: 600 },
  "second-factor:day": { points: 60, seconds: 86_400 },
} as const;

export type BudgetName = keyof typeof budgets;
export const budgetNames = Object.keys(budgets) as BudgetName[];

/** One point of `subject`'s budget of this name. */
export interface Spending {
  name: BudgetName;
  subject: string;
}

export interface Budgets {
  /**
   * Takes one point of each in turn; where one has nothing left, nothing is taken of those behind it. Everybody who
   * spends of the same ones spends in the same order.
   * @throws ProductError `over-budget` with the seconds to wait, whatever the attempt would have found, and with
   * `budget`, the one that had nothing left.
   */
  spend(...inTurn: Spending[]): Promise<void>;
}

/** Everybody whose address the server cannot see shares one budget, as large as that of so many addresses. */
export const UNKNOWN_COUNTS_AS = 20;

/** The points that `subject` has, after the operator's `factor`. A whole number, and never none. */
export function pointsOf(name: BudgetName, subject: string, factor: number): number {
  const isShared = name.endsWith(":address") && subject === UNKNOWN_ADDRESS;
  return Math.max(1, Math.round(budgets[name].points * (isShared ? UNKNOWN_COUNTS_AS : 1) * factor));
}

/**
 * Budgets kept in PostgreSQL, or in Redis where there is one: shared by instances, and not forgotten by a restart.
 * While Redis is away PostgreSQL counts on, from what it has counted itself: an outage gives everybody one more
 * budget at most. `factor` multiplies each.
 */
export function createBudgets(pool: Pick<pg.Pool, "query">, factor: number, redis?: RedisLink): Budgets {
  const limiters = new Map<string, RateLimiterRedis>();

  function limiterOf({ client }: RedisLink, { name, subject }: Spending): RateLimiterRedis {
    const points = pointsOf(name, subject, factor);
    const key = `${name} ${points}`;
    const known = limiters.get(key);
    if (known) return known;
    const limiter = new RateLimiterRedis({
      ...{ points, duration: budgets[name].seconds, storeClient: client, rejectIfRedisNotReady: true },
      keyPrefix: `alprina:budget:${name}`,
    });
    limiters.set(key, limiter);
    return limiter;
  }

  /** Undefined while Redis is away. Not the limiter's own insurance: that one keeps to itself why Redis refused. */
  async function takeInRedis(link: RedisLink, spending: Spending): Promise<Count | undefined> {
    const limiter = limiterOf(link, spending);
    try {
      return countOf(await link.ask(() => limiter.consume(spending.subject)));
    } catch (error) {
      if (error instanceof RateLimiterRes) return countOf(error);
      link.failed(error);
      return undefined;
    }
  }

  function check(spending: Spending, { taken, msLeft }: Count): void {
    const points = pointsOf(spending.name, spending.subject, factor);
    if (taken <= points) return;
    throw new ProductError("over-budget", "Too many attempts. Wait a moment, then try again.", {
      retryAfterSeconds: Math.max(1, Math.ceil(msLeft / 1000)),
      isFirstRefusal: taken === points + 1,
      budget: spending.name,
    });
  }

  async function takeInDatabase(inTurn: Spending[]): Promise<void> {
    const points = inTurn.map(({ name, subject }) => ({
      key: `${name}:${subject}`,
      points: pointsOf(name, subject, factor),
      seconds: budgets[name].seconds,
    }));
    const counts = await takeInTurn(pool, points).catch((error: unknown) => {
      throw databaseUnavailable(error);
    });
    counts.forEach((count, place) => check(inTurn[place] as Spending, count));
  }

  return {
    async spend(...inTurn) {
      if (!redis) return takeInDatabase(inTurn);
      // A process that has just begun does not know yet, and would begin to count in the other place.
      await redis.opened;
      for (const [place, spending] of inTurn.entries()) {
        const count = await takeInRedis(redis, spending);
        if (!count) return takeInDatabase(inTurn.slice(place));
        redis.worked();
        check(spending, count);
      }
    },
  };
}

const countOf = ({ consumedPoints, msBeforeNext }: RateLimiterRes): Count => ({
  taken: consumedPoints,
  msLeft: msBeforeNext,
});

/** For a server without a database: nothing to count in, and the store refuses every call anyway. */
export function createMissingBudgets(): Budgets {
  return { spend: () => Promise.resolve() };
}
