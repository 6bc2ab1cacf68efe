import { setTimeout as sleep } from "node:timers/promises";
import { forEach } from "../each";
import { Connection } from "../load/connection";
import { startLogins } from "../logins";
import { signUp, type Person } from "../people";
import { residentBytes } from "../programs";
import { median, percentile } from "../ratio";
import { compare, type RowResult } from "../results";
import { insertGrants } from "../seed";
import type { Stage } from "../stage";
import { openTap } from "../tap";
import { approveV1, bytesOf, pollV1 } from "../wire";

const HOLD_SECONDS = 25;
const WINDOW_MS = 8_000;
const CONNECTED_A_STEP = 250;
const PLAIN_INTERVAL_MS = 5_000;
/** What a poll every five seconds brings: half an interval, and nearly a whole one. */
const PLAIN = { medianMs: 2_500, p99Ms: 4_950 };

export async function crowd(stage: Stage): Promise<RowResult> {
  const database = await stage.createDatabase();
  const tap = await openTap(database);
  const ours = await stage.ours("ours", tap.databaseUrl);
  const { crowd: size, waiting: decided } = stage.options;
  const people = await signUp(ours.url, 8);
  const logins = await startLogins(ours.url, decided);
  const codes = await insertGrants(await stage.client(database), size - decided);
  await warmUp(ours.url, logins[0]?.deviceCode ?? "");

  await sleep(2_000);
  const [quiet, before] = [await countFor(tap, WINDOW_MS), residentBytes(ours.pid)];
  const waiting = new Crowd(ours.url);
  await waiting.join([...codes, ...logins.map(({ deviceCode }) => deviceCode)]);
  await untilQuiet(tap);
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(residentBytes(ours.pid)), 500);
  const busy = await countFor(tap, WINDOW_MS);
  clearInterval(sampling);
  const latencies = await decideAll(ours.url, people, logins, waiting);
  waiting.leave();
  await tap.close();

  const each = memory.map((bytes) => (bytes - before) / size / 1024);
  const once = (value: number) => ({ median: value, min: value, max: value });
  return {
    row: 3,
    title: `${size.toLocaleString("en-US")} command lines wait on one instance`,
    comparisons: [
      compare(
        "resident memory for each",
        { median: median(each), min: Math.min(...each), max: Math.max(...each) },
        { atMost: 30 },
        "KB",
      ),
      compare(
        "statements while they wait, above what it does alone",
        once(Math.max(0, busy - quiet)),
        { atMost: 5 },
        "queries",
      ),
      compare(
        "median: polling every 5 s ÷ a decision among them",
        once(PLAIN.medianMs / percentile(latencies, 0.5)),
        { atLeast: 50 },
      ),
      compare(
        "p99: polling every 5 s ÷ a decision among them",
        once(PLAIN.p99Ms / percentile(latencies, 0.99)),
        { atLeast: 20 },
      ),
    ],
    figures: [
      {
        contender: "Approve to key",
        unit: "ms",
        rounds: [percentile(latencies, 0.5)],
        p99Ms: percentile(latencies, 0.99),
      },
      { contender: `statements in ${WINDOW_MS / 1000} s, nobody waiting`, unit: "", rounds: [quiet] },
      { contender: `statements in ${WINDOW_MS / 1000} s, all waiting`, unit: "", rounds: [busy] },
    ],
    notes: [
      `${waiting.size} connections; ${waiting.notHeld} polls were answered at once instead of being held. Statements are counted on the wire to PostgreSQL.`,
    ],
  };
}

async function countFor(tap: { count(): number }, milliseconds: number): Promise<number> {
  const before = tap.count();
  await sleep(milliseconds);
  return tap.count() - before;
}

/** Until all have been let in: each of them is looked up once, and that takes the server some seconds. */
async function untilQuiet(tap: { count(): number }): Promise<void> {
  for (let tries = 0; tries < 15 && (await countFor(tap, 1_000)) > 20; tries++);
}

/** So that what the server takes for its own code is not counted as theirs. */
async function warmUp(url: string, code: string): Promise<void> {
  const connection = new Connection(url);
  for (let i = 0; i < 2_000; i++) await connection.send(bytesOf(pollV1, code));
  connection.close();
}

/** Command lines that wait, each on a connection of its own, and ask again when they are told to. */
class Crowd {
  notHeld = 0;
  private isOver = false;
  private readonly connections: Connection[] = [];
  private readonly keys = new Map<string, Promise<number>>();

  constructor(private readonly url: string) {}

  get size(): number {
    return this.connections.length;
  }

  async join(codes: string[]): Promise<void> {
    for (let from = 0; from < codes.length; from += CONNECTED_A_STEP) {
      for (const code of codes.slice(from, from + CONNECTED_A_STEP)) {
        const key = this.wait(code);
        key.catch(() => undefined);
        this.keys.set(code, key);
      }
      await sleep(100);
    }
  }

  /** When the key for this code came. */
  keyFor(code: string): Promise<number> {
    return this.keys.get(code) ?? Promise.reject(new Error("Nobody waits with this code"));
  }

  leave(): void {
    this.isOver = true;
    for (const connection of this.connections) connection.close();
  }

  private async wait(code: string): Promise<number> {
    const connection = new Connection(this.url);
    this.connections.push(connection);
    const poll = bytesOf(pollV1, code, { Prefer: `wait=${HOLD_SECONDS}` });
    while (!this.isOver) {
      const { status, milliseconds } = await connection.send(poll);
      if (status === 200) return performance.now();
      if (status !== 400) throw new Error(`A waiting poll was answered ${status}`);
      if (milliseconds > 1_000) continue;
      this.notHeld++;
      await sleep(PLAIN_INTERVAL_MS);
    }
    return NaN;
  }
}

/** People click, a few at once; milliseconds from each click to the key. */
async function decideAll(
  url: string,
  people: Person[],
  logins: { deviceCode: string; userCode: string }[],
  waiting: Crowd,
): Promise<number[]> {
  const latencies: number[] = [];
  const clicking = people.map(() => new Connection(url, true));
  await forEach(logins, people.length, async ({ deviceCode, userCode }, _, lane) => {
    const clickedAt = performance.now();
    const click = approveV1(userCode, people[lane]?.token ?? "");
    const { status, body } = await (clicking[lane] as Connection).send(click);
    if (status !== 200) throw new Error(`Approving answered ${status} ${body}`);
    latencies.push((await waiting.keyFor(deviceCode)) - clickedAt);
  });
  for (const connection of clicking) connection.close();
  return latencies;
}
