import { openDatabase, type Database } from "@alprina/db";
import { createTestDatabase } from "@alprina/db/testing";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createBudgets, isProductError } from "../../src/index";
import { takeInTurn, type Point } from "../../src/limits/counting";

let database: Database;
beforeAll(async () => {
  const url = await createTestDatabase(inject("serverUrl"));
  database = openDatabase({ url, maxConnections: 30 });
});
afterAll(() => database.close());

const MINUTE = 60_000;
const now = Date.UTC(2026, 10, 27, 12);
const take = (points: Point[], at = now) => takeInTurn(database.pool, points, at);
const inTable = async (key: string) =>
  (await database.prisma.budget.findUnique({ where: { key } }))?.points ?? 0;

describe("points that are taken in turn", () => {
  const own = { key: "own", points: 2, seconds: 60 };
  const everybodys = { key: "everybody's", points: 5, seconds: 60 };

  it("are taken up to the first that has none left, and of nothing behind it", async () => {
    for (let taken = 1; taken <= 2; taken++) {
      expect(await take([own, everybodys])).toEqual([
        { taken, msLeft: MINUTE },
        { taken, msLeft: MINUTE },
      ]);
    }
    expect(await take([own, everybodys], now + 10_000)).toEqual([{ taken: 3, msLeft: MINUTE - 10_000 }]);
    expect(await inTable("everybody's")).toBe(2);
  });

  it("are all there again when their time is over, and not a moment before", async () => {
    const one = { key: "a minute", points: 1, seconds: 60 };
    await take([one]);
    expect(await take([one], now + MINUTE - 1)).toEqual([{ taken: 2, msLeft: 1 }]);
    expect(await take([one], now + MINUTE)).toEqual([{ taken: 1, msLeft: MINUTE }]);
  });

  it("are all there again after a clock was set back", async () => {
    const one = { key: "set back", points: 1, seconds: 60 };
    await take([one], now + 60 * MINUTE);
    expect(await take([one])).toEqual([{ taken: 1, msLeft: MINUTE }]);
  });

  it("are as many as there are, however many take them at once in whatever company", async () => {
    const all = { key: "all", points: 1_000, seconds: 60 };
    const people = Array.from({ length: 8 }, (_, index) => ({
      key: `person ${index}`,
      points: 10,
      seconds: 60,
    }));
    const rounds = Array.from({ length: 25 }, () => people).flat();
    const counts = await Promise.all(rounds.map((person) => take([person, all])));
    expect(counts.filter((count) => count.length === 2)).toHaveLength(80);
    expect(await inTable("all")).toBe(80);
    for (const { key } of people) expect(await inTable(key)).toBe(25);
  });
});

it("budgets may be larger than any count, as they are where somebody measures", async () => {
  const budgets = createBudgets(database.pool, 1_000_000);
  const inTurn = [
    { name: "start-login:address", subject: "a bench" },
    { name: "start-login:service", subject: "all" },
  ] as const;
  for (let time = 0; time < 3; time++) await budgets.spend(...inTurn);
  expect(await inTable("start-login:service:all")).toBe(3);
});

it("a refusal says which budget it was, the first of a window that it is the first", async () => {
  const budgets = createBudgets(database.pool, 0.05);
  const inTurn = [
    { name: "password:person", subject: "ada" },
    { name: "sign-in:service", subject: "all" },
  ] as const;
  await budgets.spend(...inTurn);
  for (const isFirstRefusal of [true, false]) {
    const refusal: unknown = await budgets.spend(...inTurn).catch((error: unknown) => error);
    expect(isProductError(refusal) && refusal.options).toMatchObject({
      budget: "password:person",
      isFirstRefusal,
      retryAfterSeconds: 600,
    });
  }
  expect(await inTable("sign-in:service:all")).toBe(1);
});
