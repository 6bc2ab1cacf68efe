import { openDatabase, type Database } from "@alprina/db";
import { createTestDatabase } from "@alprina/db/testing";
import { startRedisServer, type RedisServer } from "@alprina/test-redis-server";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { createBudgets, isProductError, openRedis, type Budgets, type RedisLink } from "../../src/index";

/** One process of the service: its own connections, and the budgets on them. */
interface Instance {
  database: Database;
  redis: RedisLink;
  budgets: Budgets;
  /** What its operator heard. */
  news: string[];
}

// A hundredth of six thousand.
const FACTOR = 0.01;
const POINTS = 60;

let server: RedisServer;
let databaseUrl: string;
const instances: Instance[] = [];

beforeAll(async () => {
  server = await startRedisServer();
  databaseUrl = await createTestDatabase(inject("serverUrl"));
});
afterEach(async () => {
  for (const { database, redis } of instances.splice(0)) {
    redis.close();
    await database.close();
  }
});
afterAll(() => server.stop());

async function openInstance(url = server.url): Promise<Instance> {
  const database = openDatabase({ url: databaseUrl, maxConnections: 10 });
  const news: string[] = [];
  const redis = openRedis(url, {
    onAway: (reason) => news.push(`away: ${reason}`),
    onBack: () => news.push("back"),
  });
  const instance = { database, redis, budgets: createBudgets(database.pool, FACTOR, redis), news };
  instances.push(instance);
  await redis.opened;
  return instance;
}

let last = 0;
/** A subject that no other test has spent of. */
const newcomer = () => `a client of test ${++last}`;
const spend = async ({ budgets }: Instance, subject: string): Promise<"passed" | "refused"> => {
  try {
    await budgets.spend({ name: "client-secret:client", subject });
    return "passed";
  } catch (error) {
    if (!isProductError(error) || error.code !== "over-budget") throw error;
    expect(error.options.retryAfterSeconds).toBeGreaterThan(0);
    return "refused";
  }
};
const passedOf = (answers: string[]) => answers.filter((answer) => answer === "passed").length;
const storm = async (count: number, subject: string, ...targets: Instance[]) =>
  passedOf(
    await Promise.all(
      Array.from({ length: count }, (_, index) => spend(targets[index % targets.length]!, subject)),
    ),
  );
const inTable = async ({ database }: Instance, subject: string) => {
  const { rows } = await database.pool.query<{ points: number }>(
    "SELECT points FROM budget WHERE key LIKE '%' || $1",
    [subject],
  );
  return rows[0]?.points ?? 0;
};
const until = (instance: Instance, word: RegExp) =>
  expect.poll(() => instance.news.at(-1) ?? "", { timeout: 20_000 }).toMatch(word);

describe("budgets in Redis", () => {
  it("are not exceeded by calls at once on two instances, and write nothing into the database", async () => {
    const [one, other] = [await openInstance(), await openInstance()];
    const subject = newcomer();
    expect(await storm(POINTS + 50, subject, one, other)).toBe(POINTS);
    expect(await inTable(one, subject)).toBe(0);
    expect([...one.news, ...other.news]).toEqual([]);
  });

  it("are not had anew by a restart of the instance", async () => {
    const subject = newcomer();
    expect(await storm(POINTS - 1, subject, await openInstance())).toBe(POINTS - 1);
    const restarted = await openInstance();
    expect([await spend(restarted, subject), await spend(restarted, subject)]).toEqual(["passed", "refused"]);
  });

  it("end by themselves, and say when", async () => {
    const instance = await openInstance();
    const subject = newcomer();
    await spend(instance, subject);
    const [key] = await instance.redis.client.keys(`*${subject}`);
    expect(key).toBe(`alprina:budget:client-secret:client:${subject}`);
    const secondsLeft = await instance.redis.client.ttl(key ?? "");
    expect(secondsLeft).toBeGreaterThan(590);
    expect(secondsLeft).toBeLessThanOrEqual(600);
  });

  it("go on in PostgreSQL when Redis is killed in the middle, and in Redis when it is back", async () => {
    const [one, other] = [await openInstance(), await openInstance()];
    const subject = newcomer();
    const underWay = storm(100, subject, one, other);
    const killing = server.kill();
    const meanwhile = storm(100, subject, one, other);
    await killing;
    const afterwards = storm(100, subject, one, other);
    // None rejects for anything but its number. PostgreSQL lets one budget through, and so did Redis at most.
    const passed = (await underWay) + (await meanwhile) + (await afterwards);
    expect(passed).toBeGreaterThanOrEqual(POINTS);
    expect(passed).toBeLessThanOrEqual(2 * POINTS);
    expect(await storm(POINTS, subject, one, other)).toBe(0);
    expect(await inTable(one, subject)).toBeGreaterThan(POINTS);
    for (const { news } of [one, other]) expect(news).toEqual([expect.stringMatching(/^away: /)]);

    const another = newcomer();
    expect(await storm(POINTS + 50, another, one, other)).toBe(POINTS);

    await server.start();
    await until(one, /^back$/);
    await until(other, /^back$/);
    const third = newcomer();
    expect(await storm(POINTS + 50, third, one, other)).toBe(POINTS);
    expect(await inTable(one, third)).toBe(0);
    for (const { news } of [one, other]) expect(news).toHaveLength(2);
  });

  it("are kept in PostgreSQL when Redis was never there, which is said once, and without the password", async () => {
    const instance = await openInstance("redis://:a-secret-word@127.0.0.1:1");
    expect(await instance.redis.opened).toBe(false);
    expect(await storm(POINTS + 50, newcomer(), instance)).toBe(POINTS);
    expect(instance.news).toEqual(["away: connect ECONNREFUSED 127.0.0.1:1"]);
  });

  it("are kept in PostgreSQL when Redis refuses the password, which it does not say", async () => {
    const instance = await openInstance(server.url.replace(server.password, "a-wrong-word"));
    expect(await storm(POINTS + 50, newcomer(), instance)).toBe(POINTS);
    await until(instance, /^away: WRONGPASS/);
    expect(instance.news.join()).not.toContain("a-wrong-word");
  });

  it("are kept in PostgreSQL while Redis is there and refuses to write", async () => {
    const instance = await openInstance();
    const subject = newcomer();
    await instance.redis.client.replicaof("127.0.0.1", "1");
    expect(await storm(POINTS + 50, subject, instance)).toBe(POINTS);
    expect(instance.news).toEqual([expect.stringMatching(/^away: .*READONLY/)]);
    await instance.redis.client.replicaof("NO", "ONE");
    expect(await spend(instance, newcomer())).toBe("passed");
    expect(instance.news.at(-1)).toBe("back");
  });

  it("hold nobody up while Redis is silent", async () => {
    const instance = await openInstance();
    const subject = newcomer();
    server.freeze();
    try {
      expect(await storm(POINTS + 50, subject, instance)).toBe(POINTS);
      await until(instance, /^away: /);
      expect(await storm(10, subject, instance)).toBe(0);
    } finally {
      server.thaw();
    }
    await until(instance, /^back$/);
  });
});
