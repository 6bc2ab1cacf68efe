import { readFileSync } from "node:fs";
import { startRedisServer, type RedisServer } from "@alprina/test-redis-server";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { sql } from "../support/database";
import { redeem } from "../support/flows";
import type { Host } from "../support/hosts";
import { spawnServer, untilReady, type HostKind, type RunningServer } from "../support/server";

const runDir = inject("runDir");
const databaseUrl = inject("spareDatabases")[8] ?? "";
/** Of 120 tries at a dashboard code in ten minutes. */
const POINTS = 30;
const AWAY = "The Redis at REDIS_URL does not answer";
const BACK = "The Redis at REDIS_URL answers again";

/** Two instances of one service, one of each kind, with a Redis that comes and goes. */
describe("REDIS_URL", () => {
  let redis: RedisServer;
  let servers: RunningServer[];

  async function start(kind: HostKind, name: string): Promise<RunningServer> {
    const env = {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redis.url,
      LIMIT_FACTOR: "0.25",
      // A storm of guesses at one budget queues for its row; it should not queue for connections as well.
      DATABASE_CONNECTIONS: "40",
      TRUSTED_PROXIES: "127.0.0.1",
    };
    const server = await spawnServer(kind, { runDir, name, env });
    await untilReady(server);
    return server;
  }
  beforeAll(async () => {
    redis = await startRedisServer();
    servers = [await start("front door", "redis front door")];
    servers.push(await start("Next alone", "redis Next alone"));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await redis.stop();
  });

  /** So many guesses at once from one address, at all instances by turns: how often each status was answered. */
  async function storm(count: number, from: string): Promise<Record<number, number>> {
    const replies = await Promise.all(
      Array.from({ length: count }, (_, index) => {
        const { kind, url } = servers[index % servers.length]!;
        const host: Host = { kind, url, databaseUrl };
        return redeem(host, "AAAAAA", {}, from);
      }),
    );
    const counts: Record<number, number> = {};
    for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }
  const rowsOf = async (from: string) =>
    (await sql({ databaseUrl }, "SELECT 1 FROM budget WHERE key = $1", [`dashboard-code:address:${from}`]))
      .length;
  const logOf = ({ log }: RunningServer) => readFileSync(log, "utf8");
  const often = (server: RunningServer, words: string) => logOf(server).split(words).length - 1;

  it("counts for both instances together, and not in the database", async () => {
    expect(await storm(POINTS + 50, "198.51.100.1")).toEqual({ 404: POINTS, 429: 50 });
    expect(await rowsOf("198.51.100.1")).toBe(0);
    await expect
      .poll(() => logOf(servers[0]!), { timeout: 20_000 })
      .toContain("Attempts are counted in your Redis (REDIS_URL)");
  });

  it("keeps what it counted over a restart", async () => {
    await storm(POINTS, "198.51.100.2");
    await servers[0]!.stop();
    servers[0] = await start("front door", "redis front door again");
    expect(await storm(10, "198.51.100.2")).toEqual({ 429: 10 });
  });

  it("loses Redis in the middle, counts on in the database, and says so once", async () => {
    const underWay = storm(60, "198.51.100.3");
    const killing = redis.kill();
    const meanwhile = storm(60, "198.51.100.3");
    await killing;
    const counts = [await underWay, await meanwhile, await storm(60, "198.51.100.3")];
    // No other status: whoever asked got an answer of the contract.
    const statuses = new Set(counts.flatMap((count) => Object.keys(count)));
    expect([...statuses].sort(), JSON.stringify(counts)).toEqual(["404", "429"]);
    const passed = counts.reduce((sum, count) => sum + (count[404] ?? 0), 0);
    expect(passed).toBeGreaterThanOrEqual(POINTS);
    expect(passed).toBeLessThanOrEqual(2 * POINTS);

    expect(await storm(POINTS + 50, "198.51.100.4")).toEqual({ 404: POINTS, 429: 50 });
    expect(await rowsOf("198.51.100.4")).toBe(1);
    for (const server of servers) expect(often(server, AWAY), server.kind).toBe(1);
  });

  it("starts without Redis, and says so", async () => {
    await servers[0]!.stop();
    servers[0] = await start("front door", "redis front door without");
    await expect
      .poll(() => logOf(servers[0]!), { timeout: 20_000 })
      .toContain("Attempts are counted in the database: the Redis at REDIS_URL does not answer.");
    expect(await storm(POINTS + 50, "198.51.100.5")).toEqual({ 404: POINTS, 429: 50 });
    expect(often(servers[0], AWAY)).toBe(1);
  });

  it("goes on in Redis when that is back", async () => {
    await redis.start();
    for (const server of servers) await expect.poll(() => often(server, BACK), { timeout: 20_000 }).toBe(1);
    expect(await storm(POINTS + 50, "198.51.100.6")).toEqual({ 404: POINTS, 429: 50 });
    expect(await rowsOf("198.51.100.6")).toBe(0);
  });

  it("leaves its password in no log", () => {
    for (const server of servers) expect(logOf(server)).not.toContain(redis.password);
  });
});
