import { describe, expect, test } from "vitest";

import { login } from "../../src/client";
import { afterCut, startHold, wasHeld } from "../../src/client/hold";
import { API_KEY, approved, pending, started } from "./bodies";
import { type Answer, fakeServer } from "./fake-server";

const held = (seconds: number): Answer => ({
  ...(pending as { status: number; body: unknown }),
  headers: { "Preference-Applied": `wait=${seconds}` },
});

/** A login whose server holds each poll for so many seconds of the test's clock. */
async function run(polls: { answer: Answer; takesSeconds: number }[]) {
  const pauses: number[] = [];
  const asked: (string | null)[] = [];
  let nowMs = 0;
  const times = polls.map(({ takesSeconds }) => takesSeconds);
  const server = await fakeServer({
    "POST /v1/auth/device": [started],
    "POST /v1/auth/device/token": polls.map(({ answer }) => answer),
  });
  const credential = await login({
    server: server.url,
    way: "device",
    browser: false,
    onPrompt: () => undefined,
    random: () => 0.5,
    clock: () => nowMs,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds / 1000);
      nowMs += milliseconds;
    },
    fetch: async (url, init) => {
      if (url.endsWith("/token")) {
        asked.push(init.headers["Prefer"] ?? null);
        nowMs += (times.shift() ?? 0) * 1000;
      }
      return fetch(url, init);
    },
  });
  return { credential, pauses, asked };
}

describe("a login whose polls may be held", () => {
  test("polls at once, again as soon as a held poll ends, and has the key without a pause", async () => {
    const { credential, pauses, asked } = await run([
      { answer: held(25), takesSeconds: 25 },
      { answer: held(25), takesSeconds: 25 },
      { answer: approved, takesSeconds: 3 },
    ]);
    expect(credential.apiKey).toBe(API_KEY);
    expect(pauses).toEqual([]);
    expect(asked).toEqual(["wait=25", "wait=25", "wait=25"]);
  });

  test("keeps the interval at a server that does not hold", async () => {
    const quick = { answer: pending, takesSeconds: 0 };
    const { pauses } = await run([quick, quick, { answer: approved, takesSeconds: 0 }]);
    expect(pauses).toEqual([5, 5]);
  });

  test("does not run in a circle at one that only says it held", async () => {
    const { pauses } = await run([
      { answer: held(25), takesSeconds: 0 },
      { answer: held(25), takesSeconds: 0 },
      { answer: approved, takesSeconds: 0 },
    ]);
    expect(pauses).toEqual([1, 1]);
  });

  test("asks for less where something between cuts silent connections, and in the end for nothing", async () => {
    const cut = (takesSeconds: number) => ({ answer: "drop" as const, takesSeconds });
    const { asked, pauses, credential } = await run([
      cut(10),
      { answer: held(7), takesSeconds: 7 },
      cut(2),
      { answer: pending, takesSeconds: 0 },
      { answer: approved, takesSeconds: 0 },
    ]);
    expect(asked).toEqual(["wait=25", "wait=7", "wait=7", null, null]);
    expect(pauses).toEqual([1, 1, 5]);
    expect(credential.apiKey).toBe(API_KEY);
  });
});

describe("how long to ask for", () => {
  test("is bounded, and less after each cut", () => {
    expect(startHold().seconds).toBe(25);
    expect(startHold(900).seconds).toBe(25);
    expect(startHold(-1).seconds).toBe(0);
    expect(afterCut({ seconds: 25 }, 30_000).seconds).toBe(18);
    expect(afterCut({ seconds: 25 }, 2_000).seconds).toBe(0);
    // A server that is not there at all says nothing of what lies between.
    expect(afterCut({ seconds: 25 }, 10).seconds).toBe(25);
    expect(wasHeld(25, 10)).toBe(false);
    expect(wasHeld(undefined, 25_000)).toBe(false);
  });
});
