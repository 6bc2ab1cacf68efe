import { expect, test } from "vitest";

import { finishLogin, login, startLogin } from "../../src/client";
import { approved, expired, pending, started, unknown } from "./bodies";
import { type Answer, fakeServer } from "./fake-server";

const HOUR_MS = 3_600_000;

/** A login during whose first pause the lid is closed for an hour: the wall's clock goes on, the other stands still. */
async function lidClosed(polls: Answer[]) {
  const server = await fakeServer({ "POST /v1/auth/device": [started], "POST /v1/auth/device/token": polls });
  let clockMs = 0;
  let wallMs = 1_000_000_000;
  let pauses = 0;
  const outcome = await login({
    ...{ server: server.url, way: "device", browser: false, waitSeconds: 0, onPrompt: () => undefined },
    random: () => 0.5,
    clock: () => clockMs,
    wallClock: () => wallMs,
    sleep: async (milliseconds) => {
      pauses += 1;
      clockMs += milliseconds;
      wallMs += milliseconds + (pauses === 1 ? HOUR_MS : 0);
    },
  }).catch((error: unknown) => error);
  return { outcome, pauses, polls: server.received.length - 1 };
}

test.each([
  ["the server says so", [expired]],
  ["the server has forgotten it", [unknown]],
  ["the network is not back yet", ["drop"]],
] satisfies [string, Answer[]][])(
  "a lid that was closed past the code's end ends in expired: %s",
  async (_how, polls) => {
    const { outcome, polls: asked } = await lidClosed(polls);
    expect(outcome).toMatchObject({ kind: "refused", code: "expired_token" });
    expect(asked).toBe(1);
  },
);

test("a clock that is set forward by an hour meanwhile ends nothing", async () => {
  const { outcome } = await lidClosed([pending, approved]);
  expect(outcome).toHaveProperty("device.name", "ada-thinkpad");
});

test.each([-600_000, 600_000, HOUR_MS])(
  "a login that another process finishes survives a clock that was set by %i ms",
  async (setByMs) => {
    const server = await fakeServer({
      "POST /v1/auth/device": [started],
      "POST /v1/auth/device/token": [approved],
    });
    const wallMs = 1_000_000_000;
    const begun = await startLogin({ server: server.url, wallClock: () => wallMs });
    const kept = JSON.parse(JSON.stringify(begun)) as typeof begun;
    const finished = await finishLogin(kept, { server: server.url, wallClock: () => wallMs + setByMs });
    expect(finished).toHaveProperty("device.name", "ada-thinkpad");
  },
);

test("a server that restarts at the start does not end a login", async () => {
  const server = await fakeServer({
    "POST /v1/auth/device": ["drop", "drop", started],
    "POST /v1/auth/device/token": [approved],
  });
  const pauses: number[] = [];
  const outcome = await login({
    ...{ server: server.url, way: "device", browser: false, onPrompt: () => undefined },
    sleep: async (milliseconds) => void pauses.push(milliseconds),
  });
  expect(outcome).toHaveProperty("device.name", "ada-thinkpad");
  expect(pauses).toHaveLength(2);
  expect(new Set(pauses).size).toBe(2);
});
