import { openDatabase } from "@alprina/db";
import { createTestDatabase } from "@alprina/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { createStore, forgetActivity, forgetSpent } from "../../src/index";

const DAY_MS = 24 * 60 * 60 * 1000;
const keepSeconds = (365 * DAY_MS) / 1000;
const now = new Date("2026-11-24T12:00:00.000Z");
const limit = new Date(now.getTime() - 365 * DAY_MS);

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
const events = (at: Date, count: number) =>
  first().database.prisma.activity.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      at: new Date(at.getTime() - index),
      kind: "signed-in",
    })),
  });
const left = () => first().database.prisma.activity.count();

beforeEach(async () => {
  await first().database.prisma.activity.deleteMany();
});

describe("old events", () => {
  it("are removed, and those just inside the limit stay", async () => {
    await events(new Date(limit.getTime() - 1), 25);
    await first().database.prisma.activity.createMany({
      data: [limit, new Date(limit.getTime() + 1), now].map((at) => ({ at, kind: "signed-in" })),
    });
    expect(await forgetActivity(first(), { keepSeconds, batch: 10 })).toEqual({ events: 25, isDone: true });
    const kept = await first().database.prisma.activity.findMany({ orderBy: { at: "asc" } });
    expect(kept.map(({ at }) => at)).toEqual([limit, new Date(limit.getTime() + 1), now]);
  });

  it("are removed by two instances at once, each event once", async () => {
    await events(new Date(limit.getTime() - 1), 500);
    await events(now, 20);
    const answers = await Promise.all([
      forgetActivity(first(), { keepSeconds, batch: 10 }),
      forgetActivity(second(), { keepSeconds, batch: 10 }),
    ]);
    expect(answers.reduce((sum, answer) => sum + answer.events, 0)).toBe(500);
    expect(answers.some(({ isDone }) => isDone)).toBe(true);
    expect(await left()).toBe(20);
  });

  it("are left to the instance that is at it, and not for longer than that works", async () => {
    await events(new Date(limit.getTime() - 1), 5);
    const answer = await first().database.prisma.$transaction(async (tx) => {
      // A batch under way, as another instance would have it.
      const [lock] = await tx.$queryRaw<
        { mine: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(7265310201::bigint) AS mine`;
      expect(lock?.mine).toBe(true);
      return forgetActivity(second(), { keepSeconds });
    });
    expect(answer).toEqual({ events: 0, isDone: false });
    expect(await left()).toBe(5);
    expect(await forgetActivity(second(), { keepSeconds })).toEqual({ events: 5, isDone: true });
  });

  it("are left where they are by an instance that was told to stop", async () => {
    await events(new Date(limit.getTime() - 1), 5);
    const stopped = await forgetActivity(first(), { keepSeconds }, AbortSignal.abort());
    expect(stopped).toEqual({ events: 0, isDone: false });
    expect(await left()).toBe(5);
  });
});

describe("what has run out", () => {
  it("goes: blocks that are over, and counts of sign-ins that nobody added to for a day", async () => {
    const { prisma } = first().database;
    const at = (ms: number) => new Date(now.getTime() + ms);
    await prisma.sourceBlock.createMany({
      data: [
        { source: "203.0.113.1", until: at(-1), createdAt: at(-DAY_MS) },
        { source: "203.0.113.2", until: at(1), createdAt: at(-DAY_MS) },
      ],
    });
    await prisma.rateLimit.createMany({
      data: [
        { id: "1", key: "203.0.113.1|/sign-in/email", count: 3, lastRequest: at(-DAY_MS - 1).getTime() },
        { id: "2", key: "203.0.113.2|/sign-in/email", count: 3, lastRequest: at(-DAY_MS + 1).getTime() },
        // Counted before the clock was set back.
        { id: "3", key: "203.0.113.3|/sign-in/email", count: 3, lastRequest: at(300_001).getTime() },
        { id: "4", key: "203.0.113.4|/sign-in/email", count: 3, lastRequest: at(300_000).getTime() },
      ],
    });
    await forgetSpent(first());
    expect(await prisma.sourceBlock.findMany()).toMatchObject([{ source: "203.0.113.2" }]);
    expect(await prisma.rateLimit.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { id: "2" },
      { id: "4" },
    ]);
  });
});
