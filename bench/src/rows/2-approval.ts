import { setTimeout as sleep } from "node:timers/promises";
import { login } from "@alprina/cli-auth/client";
import { signUp, type Person } from "../people";
import { percentile, ratioOf, type Spread } from "../ratio";
import { compare, type RowResult } from "../results";
import type { Stage } from "../stage";

/** How long the people of a wave take to click, all of them: one interval, so that no phase of a poll is favoured. */
const DECIDED_WITHIN_MS = 5_000;

export async function approval(stage: Stage): Promise<RowResult> {
  const ours = await stage.ours("ours");
  const people = await signUp(ours.url, 8);
  const { logins, waiting } = stage.options;
  const waves = Math.ceil(logins / waiting);
  const held = new Held();
  const latencies = { waited: [] as number[][], polled: [] as number[][] };
  for (let wave = -1; wave < waves; wave++) {
    const count = wave < 0 ? 8 : waiting;
    const waited = await takeWave(ours.url, people, count, held.fetch);
    const polled = wave < 0 ? [] : await takeWave(ours.url, people, count, withoutPreference);
    if (wave < 0) continue;
    latencies.waited.push(waited);
    latencies.polled.push(polled);
  }

  const sooner = (share: number): Spread => {
    const of = (all: number[][]) => all.map((wave) => percentile(wave, share));
    const overAll = (all: number[][]) => percentile(all.flat(), share);
    return {
      ...ratioOf(of(latencies.polled), of(latencies.waited)),
      median: overAll(latencies.polled) / overAll(latencies.waited),
    };
  };
  const figure = (contender: string, all: number[][]) => ({
    contender,
    unit: "ms from Approve to the key",
    rounds: all.map((wave) => percentile(wave, 0.5)),
    p99Ms: percentile(all.flat(), 0.99),
  });
  return {
    row: 2,
    title: `Approve to key, ${logins} logins, ${waiting} waiting at once`,
    comparisons: [
      compare("median: polling every 5 s ÷ Prefer: wait", sooner(0.5), { atLeast: 50 }),
      compare("p99: polling every 5 s ÷ Prefer: wait", sooner(0.99), { atLeast: 20 }),
    ],
    figures: [figure("Prefer: wait", latencies.waited), figure("polling every 5 s", latencies.polled)],
    notes: [
      "Both are the SDK's login(), in one process with the person who clicks; the second one's Prefer header is taken off on its way.",
      `Of ${held.polls} polls of the first ${held.asked} asked to be held, and the server agreed to hold ${held.agreed}.`,
    ],
  };
}

/** Many log in at once, all are approved, each at a moment of its own. Milliseconds from click to key, each. */
async function takeWave(
  server: string,
  people: Person[],
  count: number,
  fetch: typeof globalThis.fetch,
): Promise<number[]> {
  const started = Array.from({ length: count }, () => {
    let prompted: (userCode: string) => void;
    const userCode = new Promise<string>((resolve) => (prompted = resolve));
    const key = login({
      server,
      fetch,
      way: "device",
      browser: false,
      onPrompt: (prompt) => prompted(prompt.userCode),
    }).then(() => performance.now());
    return { userCode, key };
  });
  await Promise.all(started.map(({ userCode }) => userCode));
  // By now all that wait are waiting.
  await sleep(1_000);
  return Promise.all(
    started.map(async ({ userCode, key }, index) => {
      await sleep(Math.random() * DECIDED_WITHIN_MS);
      const clickedAt = performance.now();
      await approve(server, people[index % people.length] as Person, await userCode);
      return (await key) - clickedAt;
    }),
  );
}

async function approve(server: string, { token }: Person, user_code: string): Promise<void> {
  const reply = await fetch(`${server}/v1/auth/device/authorize`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify({ user_code }),
  });
  if (reply.status !== 200) throw new Error(`Approving answered ${reply.status} ${await reply.text()}`);
}

/** The SDK's own fetch, counted: what it asked for, and what the server agreed to. */
class Held {
  polls = 0;
  asked = 0;
  agreed = 0;

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const isPoll = (input instanceof Request ? input.url : String(input)).endsWith("/device/token");
    const reply = await fetch(input, init);
    if (isPoll) {
      this.polls++;
      if (new Headers(init?.headers).has("Prefer")) this.asked++;
      if (reply.headers.has("Preference-Applied")) this.agreed++;
    }
    return reply;
  };
}

/** Plain RFC 8628, from the same SDK. */
const withoutPreference: typeof globalThis.fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.delete("Prefer");
  return fetch(input, { ...init, headers });
};
