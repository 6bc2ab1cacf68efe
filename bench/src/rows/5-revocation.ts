import { setTimeout as sleep } from "node:timers/promises";
import { forEach } from "../each";
import { Connection } from "../load/connection";
import { signUp } from "../people";
import { percentile, spreadOf } from "../ratio";
import { compare, type RowResult } from "../results";
import { insertKeys } from "../seed";
import type { Stage } from "../stage";
import { openTap, type Tap } from "../tap";
import { bytesOf, verifyV1 } from "../wire";

const LANES = 4;
const BATCHES = 5;
const LOST_AT_ONCE = 20;
const LOSSES = 3;
const GIVE_UP_MS = 30_000;
const logout = { ...verifyV1, method: "POST" as const, path: "/v1/auth/logout" };

export async function revocation(stage: Stage): Promise<RowResult> {
  const database = await stage.createDatabase();
  const tap = await openTap(database);
  const here = await stage.ours("here", database);
  const there = await stage.ours("there", tap.databaseUrl);
  const { revocations } = stage.options;
  const people = await signUp(here.url, 4);
  const client = await stage.client(database);
  const personIds = people.map(({ id }) => id);

  const all = await insertKeys(client, revocations, personIds);
  const batches = Array.from({ length: BATCHES }, (_, batch) =>
    all.filter((_, index) => index % BATCHES === batch),
  );
  const heard: number[][] = [];
  for (const batch of batches) heard.push(await revokeAll(here.url, there.url, batch, LANES));

  const lost: number[] = [];
  let listeners = 0;
  for (let loss = 0; loss < LOSSES; loss++) {
    const keys = await insertKeys(client, LOST_AT_ONCE, personIds);
    const whenAllAreKnown = () => (listeners = tap.loseMessages());
    lost.push(Math.max(...(await revokeAll(here.url, there.url, keys, keys.length, whenAllAreKnown))));
    await mend(tap, listeners);
  }
  await tap.close();

  const p99 = percentile(heard.flat(), 0.99);
  return {
    row: 5,
    title: `A revocation is seen by another instance, ${revocations} keys`,
    comparisons: [
      compare(
        "p99, key verified from memory just before",
        { ...spreadOf(heard.map((batch) => percentile(batch, 0.99))), median: p99 },
        { atMost: 250 },
        "ms",
      ),
      compare(
        "slowest, messages between instances lost",
        { ...spreadOf(lost), median: Math.max(...lost) },
        { atMost: 5_000 },
        "ms",
      ),
    ],
    figures: [
      {
        contender: "all messages heard",
        unit: "ms in the middle",
        rounds: heard.map((batch) => percentile(batch, 0.5)),
        p99Ms: p99,
      },
    ],
    notes: [
      `Milliseconds from sending the revocation to one instance until the other has answered 401. ${LOST_AT_ONCE} keys a loss, ${LOSSES} losses: its listening connections (${listeners}) stay open and carry nothing.`,
      ...(listeners === 0 ? ["No connection of this build listens, so nothing could be lost."] : []),
    ],
  };
}

/** Milliseconds until each key that `there` knows and `here` revokes is refused `there`. */
async function revokeAll(
  here: string,
  there: string,
  keys: string[],
  atOnce: number,
  whenAllAreKnown: () => void = () => undefined,
): Promise<number[]> {
  const lanes = Array.from({ length: atOnce }, () => ({
    here: new Connection(here),
    there: new Connection(there),
  }));
  const latencies: number[] = [];
  const verify = async (lane: number, key: string) =>
    (await (lanes[lane] as { there: Connection }).there.send(bytesOf(verifyV1, key))).status;
  const twice = async (lane: number, key: string) => {
    for (let i = 0; i < 2; i++) {
      const status = await verify(lane, key);
      if (status !== 200) throw new Error(`A good key was answered ${status}`);
    }
  };
  await forEach(keys, atOnce, (key, _, lane) => twice(lane, key));
  whenAllAreKnown();
  await forEach(keys, atOnce, async (key, _, lane) => {
    // Once more: it must be in memory at this moment.
    await twice(lane, key);
    const sentAt = performance.now();
    const revoked = (lanes[lane] as { here: Connection }).here.send(bytesOf(logout, key));
    while ((await verify(lane, key)) === 200) {
      if (performance.now() - sentAt > GIVE_UP_MS) break;
      if (atOnce > LANES) await sleep(10);
    }
    latencies.push(performance.now() - sentAt);
    const { status } = await revoked;
    if (status !== 204) throw new Error(`A revocation was answered ${status}`);
  });
  for (const lane of lanes) [lane.here, lane.there].forEach((connection) => connection.close());
  return latencies;
}

/** Until what listened before listens again, and has had the time to say so. */
async function mend(tap: Tap, listeners: number): Promise<void> {
  let back = 0;
  const done = tap.listen(({ text }) => {
    if (/^\s*LISTEN\b/i.test(text)) back++;
  });
  tap.mend();
  for (const deadline = Date.now() + GIVE_UP_MS; back < listeners && Date.now() < deadline;) await sleep(50);
  await sleep(3_000);
  done();
}
