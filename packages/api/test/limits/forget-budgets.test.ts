import { openDatabase } from "@alprina/db";
import { createTestDatabase } from "@alprina/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { createBudgets, createStore, forgetBudgets } from "../../src/index";
import { budgets } from "../../src/limits/budgets";

const now = new Date("2026-11-24T12:00:00.000Z");
const SLACK_MS = 300_000;

let instances: ReturnType<typeof openInstance>[];
const openInstance = (url: string) => {
  const database = openDatabase({ url, maxConnections: 4 });
  return { database, store: createStore(database), now: () => now };
};
beforeAll(async () => {
  const url = await createTestDatabase(inject("serverUrl"));
  instances = [openInstance(url), openInstance(url)];
});
afterAll(() => Promise.all(instances.map(({ database }) => database.close())));

const [first, second] = [() => instances[0]!, () => instances[1]!];
const rows = (expireMs: number, count: number) =>
  first().database.prisma.budget.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      key: `user-code:address:${expireMs} ${index}`,
      points: 1,
      expire: BigInt(expireMs),
    })),
  });
const left = () => first().database.prisma.budget.count();

beforeEach(async () => {
  await first().database.prisma.budget.deleteMany();
});

describe("budgets that are over", () => {
  it("are removed, and those that may still count stay", async () => {
    await rows(now.getTime() - SLACK_MS - 1, 25);
    await rows(now.getTime() - SLACK_MS, 1);
    await rows(now.getTime() + 60_000, 3);
    expect(await forgetBudgets(first(), { batch: 10 })).toEqual({ budgets: 25, isDone: true });
    expect(await left()).toBe(4);
  });

  it("go too when a clock that was set back makes them end later than any can", async () => {
    const longestMs = Math.max(...Object.values(budgets).map(({ seconds }) => seconds)) * 1000;
    await rows(now.getTime() + longestMs + SLACK_MS + 1, 25);
    await rows(now.getTime() + longestMs + SLACK_MS, 1);
    expect(await forgetBudgets(first(), { batch: 10 })).toEqual({ budgets: 25, isDone: true });
    expect(await left()).toBe(1);
  });

  it("are removed by two instances at once, each once", async () => {
    await rows(now.getTime() - SLACK_MS - 1, 500);
    await rows(now.getTime(), 20);
    const answers = await Promise.all([
      forgetBudgets(first(), { batch: 10 }),
      forgetBudgets(second(), { batch: 10 }),
    ]);
    expect(answers.reduce((sum, answer) => sum + answer.budgets, 0)).toBe(500);
    expect(answers.some(({ isDone }) => isDone)).toBe(true);
    expect(await left()).toBe(20);
  });

  it("are left to the instance that is at it, and not for longer than that works", async () => {
    await rows(now.getTime() - SLACK_MS - 1, 5);
    const answer = await first().database.prisma.$transaction(async (tx) => {
      // A batch under way, as another instance would have it.
      const [lock] = await tx.$queryRaw<
        { mine: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(7265310202::bigint) AS mine`;
      expect(lock?.mine).toBe(true);
      return forgetBudgets(second());
    });
    expect(answer).toEqual({ budgets: 0, isDone: false });
    expect(await forgetBudgets(second())).toEqual({ budgets: 5, isDone: true });
  });

  it("stay when told to stop", async () => {
    await rows(now.getTime() - SLACK_MS - 1, 5);
    expect(await forgetBudgets(first(), {}, AbortSignal.abort())).toEqual({ budgets: 0, isDone: false });
    expect(await left()).toBe(5);
  });

  it("lose no point that is spent while they are removed", async () => {
    const { pool } = first().database;
    const budgets = createBudgets(pool, 1_000);
    const subjects = Array.from({ length: 300 }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
    await first().database.prisma.budget.createMany({
      data: subjects.map((subject) => ({ key: `user-code:address:${subject}`, points: 7, expire: 1n })),
    });
    // Two points each, by real time, against a clean-up that runs all the while.
    let isSpending = true;
    const cleaning = (async () => {
      while (isSpending) await forgetBudgets({ ...second(), now: () => new Date() }, { batch: 5 });
    })();
    for (let round = 0; round < 2; round++) {
      for (const subject of subjects) await budgets.spend({ name: "user-code:address", subject });
    }
    isSpending = false;
    await cleaning;
    const { rows: counts } = await pool.query<{ points: number }>("SELECT DISTINCT points FROM budget");
    expect(counts).toEqual([{ points: 2 }]);
    expect(await left()).toBe(subjects.length);
  });
});
