import { describe, expect, test } from "vitest";

import { BadResponseError, login, type DevicePrompt, type Progress, RefusedError } from "../../src/client";
import {
  API_KEY,
  approved,
  denied,
  expired,
  pending,
  slowDown,
  started,
  unavailable,
  unknown,
} from "./bodies";
import { type Answer, fakeServer } from "./fake-server";

/** A login against a script of polls, on a clock that only the pauses move. */
async function run(polls: Answer[], more: Partial<Parameters<typeof login<"device">>[0]> = {}) {
  const server = await fakeServer({ "POST /v1/auth/device": [started], "POST /v1/auth/device/token": polls });
  const pauses: number[] = [];
  const progress: Progress["kind"][] = [];
  let prompt: DevicePrompt | undefined;
  let nowMs = 1_000_000;
  const outcome = await login({
    server: server.url,
    way: "device",
    browser: false,
    onPrompt: (shown) => void (prompt = shown),
    onProgress: ({ kind }) => {
      if (kind !== "way" && kind !== "browser") progress.push(kind);
    },
    // Plainly, as a server that does not hold polls is asked; and without chance.
    waitSeconds: 0,
    random: () => 0.5,
    clock: () => nowMs,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds / 1000);
      nowMs += milliseconds;
    },
    ...more,
  }).catch((error: unknown) => error);
  return { outcome, pauses, progress, prompt, received: server.received };
}

describe("a login", () => {
  test("shows the code, keeps the pace and ends with the key", async () => {
    const { outcome, pauses, prompt, received } = await run([pending, pending, approved], {
      deviceName: "ada-thinkpad",
      deviceOs: "Ubuntu 24.04",
      clientVersion: "test 1.0",
    });
    expect(outcome).toEqual({
      apiKey: API_KEY,
      user: { id: "u1", email: "ada@example.com", fullName: "Ada Lovelace", tier: "none" },
      device: { id: "d1", name: "ada-thinkpad" },
      expiresAt: "2027-11-23T19:00:00.000Z",
    });
    expect(pauses).toEqual([5, 5, 5]);
    expect(prompt).toEqual({
      way: "device",
      url: "http://localhost:3000/authorize?user_code=WDJB-MJHT",
      userCode: "WDJB-MJHT",
      verificationUri: "http://localhost:3000/authorize",
      verificationUriComplete: "http://localhost:3000/authorize?user_code=WDJB-MJHT",
      expiresInSeconds: 900,
    });
    expect(received[0]?.body).toEqual({
      device_name: "ada-thinkpad",
      device_os: "Ubuntu 24.04",
      client_version: "test 1.0",
    });
    expect(received[1]?.body).toEqual({ device_code: "c2VjcmV0LWRldmljZS1jb2Rl" });
  });

  test("obeys slow_down, and keeps the slower pace", async () => {
    const { outcome, pauses, progress } = await run([slowDown(10), pending, approved]);
    expect(outcome).toHaveProperty("apiKey", API_KEY);
    expect(pauses).toEqual([5, 10, 10]);
    expect(progress).toEqual(["waiting", "slowed-down", "waiting"]);
  });

  test("adds five seconds when slow_down names no interval", async () => {
    const bare: Answer = { status: 400, body: { error: "slow_down" } };
    const { pauses } = await run([bare, bare, approved]);
    expect(pauses).toEqual([5, 10, 15]);
  });

  test("outlives a server that is away for a while, waiting longer each time", async () => {
    const html: Answer = { status: 502, body: "<html>Bad gateway</html>" };
    const { outcome, pauses, progress } = await run([unavailable, "drop", html, pending, approved]);
    expect(outcome).toHaveProperty("apiKey", API_KEY);
    expect(pauses).toEqual([5, 10, 20, 40, 5]);
    expect(progress).toEqual(["waiting", "retrying", "retrying", "retrying", "waiting"]);
  });

  test("waits as long as a busy server asks", async () => {
    const busy = { ...unavailable, status: 429, headers: { "Retry-After": "33" } };
    const { outcome, pauses } = await run([busy, approved]);
    expect(outcome).toHaveProperty("apiKey", API_KEY);
    expect(pauses).toEqual([5, 33]);
  });

  test("never outlives its code, and says that nobody decided", async () => {
    const { outcome, pauses } = await run([pending]);
    expect(outcome).toBeInstanceOf(RefusedError);
    expect(outcome).toMatchObject({ code: "expired_token", status: undefined });
    expect(pauses.reduce((sum, pause) => sum + pause)).toBe(900);
  });

  test("says that its code ended, and not that the server is away, when the end cuts its last poll short", async () => {
    const server = await fakeServer({
      "POST /v1/auth/device": [{ status: 200, body: { ...(started.body as object), expires_in: 6 } }],
      "POST /v1/auth/device/token": ["never"],
    });
    const outcome: unknown = await login({
      server: server.url,
      way: "device",
      browser: false,
      onPrompt: () => undefined,
      sleep: () => Promise.resolve(),
      clock: (
        (nowMs) => () =>
          (nowMs += 900)
      )(0),
    }).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: "expired_token" });
  });

  test("never outlives its code while the server is away, and says that it is away", async () => {
    const { outcome, pauses } = await run(["drop"]);
    expect(outcome).toBeInstanceOf(BadResponseError);
    expect(outcome).toMatchObject({ reason: "unreachable" });
    expect(pauses.reduce((sum, pause) => sum + pause)).toBe(900);
    expect(Math.max(...pauses)).toBe(60);
  });

  test.each([
    ["a denial", denied, { code: "access_denied", message: "The request was denied." }],
    ["the server's expiry", expired, { code: "expired_token", status: 400 }],
    ["a code that is gone", unknown, { status: 404, message: "Invalid device code" }],
  ])("ends at %s", async (_what, answer, facts) => {
    const { outcome, received } = await run([pending, answer, approved]);
    expect(outcome).toBeInstanceOf(RefusedError);
    expect(outcome).toMatchObject(facts);
    expect(received).toHaveLength(3);
  });

  test("ends when what shows the code fails", async () => {
    const broken = new Error("no terminal");
    const { outcome, received } = await run([approved], { onPrompt: () => Promise.reject(broken) });
    expect(outcome).toBe(broken);
    expect(received).toHaveLength(1);
  });
});

describe("an abort", () => {
  const reason = new Error("Ctrl-C");

  test.each(["before the start", "while the code is shown", "during a pause", "during a poll"])(
    "%s rejects with its reason",
    async (when) => {
      const abort = new AbortController();
      if (when === "before the start") abort.abort(reason);
      const { outcome } = await run(["never"], {
        signal: abort.signal,
        onPrompt: () => {
          if (when !== "while the code is shown") return;
          setImmediate(() => abort.abort(reason));
          return new Promise(() => {});
        },
        // Left out, it is the SDK's own; the polls then start after five real seconds.
        ...(when === "during a pause" && { sleep: undefined }),
        onProgress: () => {
          if (when === "during a pause") setImmediate(() => abort.abort(reason));
          if (when === "during a poll") setTimeout(() => abort.abort(reason), 50);
        },
      });
      expect(outcome).toBe(reason);
    },
  );
});
