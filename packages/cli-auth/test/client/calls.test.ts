import { describe, expect, test } from "vitest";

import {
  BadResponseError,
  listDevices,
  logout,
  MisuseError,
  redeemDashboardCode,
  RefusedError,
  renameDevice,
  requestDeviceCode,
  requestToken,
  revokeDevice,
  whoAmI,
} from "../../src/client";
import { API_KEY, approved, invalidKey, refusal, started, unavailable } from "./bodies";
import { type Answer, fakeServer } from "./fake-server";

const device = {
  id: "d/1",
  name: "ada-thinkpad",
  created_at: "2026-11-23T19:00:00.000Z",
  last_used: null,
  status: "active",
  expired: false,
  expires_at: "2027-11-23T19:00:00.000Z",
  revoked_at: null,
  key_start: "alprina_sk_live_0000",
  client: "Alprina CLI",
  client_version: null,
  os: null,
  ip_address: null,
};

describe("an answer that is no answer", () => {
  const cases: [string, Answer, Partial<BadResponseError>][] = [
    ["a lost connection", "drop", { reason: "unreachable" }],
    ["a connection lost in the body", "drop-in-body", { reason: "unreachable" }],
    ["silence", "never", { reason: "timeout" }],
    ["HTML", { status: 200, body: "<html>" }, { reason: "not-json", status: 200 }],
    ["an empty 200", { status: 200 }, { reason: "wrong-shape" }],
    ["half a body", { status: 200, body: { device_code: "x" } }, { reason: "wrong-shape", status: 200 }],
    ["a refusal without a word", { status: 500, body: { oops: 1 } }, { reason: "wrong-shape", status: 500 }],
    [
      "a redirect",
      { status: 307, headers: { Location: "https://elsewhere.example/" } },
      { reason: "redirect", status: 307 },
    ],
  ];
  test.each(cases)("%s is a bad response", async (_what, answer, facts) => {
    const server = await fakeServer({ "POST /v1/auth/device": [answer] });
    const outcome = await requestDeviceCode({ server: server.url, timeoutMs: 200 }).catch((e: unknown) => e);
    expect(outcome).toBeInstanceOf(BadResponseError);
    expect(outcome).toMatchObject(facts);
    expect(server.received).toHaveLength(1);
  });

  test("a page to open that is no web page is a bad response", async () => {
    const evil = { ...(started.body as object), verification_uri_complete: "file:///etc/passwd" };
    const server = await fakeServer({ "POST /v1/auth/device": [{ status: 200, body: evil }] });
    await expect(requestDeviceCode({ server: server.url })).rejects.toMatchObject({ reason: "wrong-shape" });
  });

  test("nobody there is named with the address", async () => {
    await expect(requestDeviceCode({ server: "http://127.0.0.1:1" })).rejects.toThrow("http://127.0.0.1:1");
  });
});

describe("a refusal", () => {
  test("carries the server's word, sentence, hint and pause", async () => {
    const busy = { ...refusal(429, "rate_limited", "Too many logins."), headers: { "Retry-After": "7" } };
    const server = await fakeServer({ "POST /v1/auth/device": [busy], "GET /v1/auth/me": [invalidKey] });
    await expect(requestDeviceCode({ server: server.url })).rejects.toMatchObject({
      kind: "refused",
      code: "rate_limited",
      status: 429,
      detail: "Too many logins.",
      message: "Too many logins.",
      retryAfterSeconds: 7,
    });
    await expect(whoAmI({ server: server.url, apiKey: API_KEY })).rejects.toMatchObject({
      code: "invalid_api_key",
      message: "This API key has been revoked.",
      hint: "Sign in again: alprina login",
    });
  });

  test("brings no control characters to the terminal", async () => {
    const nasty = refusal(403, "forbidden", "No\u001b]0;owned\u0007\u202e way\r\n\u009b2J.");
    const server = await fakeServer({ "POST /v1/auth/device": [nasty] });
    await expect(requestDeviceCode({ server: server.url })).rejects.toThrow(/^No\]0;owned way2J\.$/);
  });
});

describe("a poll", () => {
  test("throws what is no expected answer", async () => {
    const server = await fakeServer({ "POST /v1/auth/device/token": [unavailable] });
    await expect(requestToken({ server: server.url, deviceCode: "x" })).rejects.toBeInstanceOf(RefusedError);
  });
});

describe("a dashboard code", () => {
  const waiting: Answer = {
    status: 202,
    body: { device_code: "x", interval: 5, expires_in: 600, verification_uri: "http://localhost:3000/s" },
  };
  test.each([
    ["a key", approved, "key"],
    ["a wait for the click", waiting, "confirmation"],
    ["unknown", refusal(404, "invalid_grant", "Invalid or expired CLI code"), "unknown"],
    ["used", refusal(400, "invalid_grant", "CLI code has already been used"), "used"],
    ["to be confirmed", refusal(403, "confirmation_required", "Confirm."), "confirmation-required"],
  ])("can be answered with %s", async (_what, answer, kind) => {
    const server = await fakeServer({ "POST /v1/auth/cli-verify": [answer] });
    const outcome = await redeemDashboardCode({ server: server.url, code: "K7M2QX", confirm: true });
    expect(outcome.kind).toBe(kind);
    expect(server.received[0]?.body).toEqual({ cli_code: "K7M2QX", confirm: true });
  });
});

describe("devices", () => {
  test("are listed, renamed and revoked with the key", async () => {
    const server = await fakeServer({
      "GET /v1/auth/devices": [{ status: 200, body: [device] }],
      "PATCH /v1/auth/devices/d%2F1": [{ status: 200, body: { ...device, name: "desk" } }],
      "DELETE /v1/auth/devices/d%2F1": [{ status: 204 }],
    });
    const caller = { server: `${server.url}/`, apiKey: API_KEY };
    expect(await listDevices(caller)).toMatchObject([{ id: "d/1", lastUsedAt: null, status: "active" }]);
    expect(await renameDevice({ ...caller, deviceId: "d/1", name: " desk " })).toHaveProperty("name", "desk");
    await revokeDevice({ ...caller, deviceId: "d/1" });
    expect(server.received.map((call) => call.authorization)).toEqual(Array(3).fill(`Bearer ${API_KEY}`));
  });
});

describe("a logout", () => {
  test.each([
    ["revokes", { status: 204 }, "revoked"],
    ["is content with a key that is dead already", invalidKey, "already-invalid"],
  ])("%s", async (_what, answer, kind) => {
    const server = await fakeServer({ "POST /v1/auth/logout": [answer] });
    expect(await logout({ server: server.url, apiKey: API_KEY })).toEqual({ kind });
  });

  test("fails when the key may still be alive", async () => {
    const server = await fakeServer({ "POST /v1/auth/logout": [unavailable] });
    await expect(logout({ server: server.url, apiKey: API_KEY })).rejects.toHaveProperty("status", 503);
  });

  test("refuses to send what cannot be a key", async () => {
    await expect(logout({ server: "http://localhost", apiKey: "a\r\nb" })).rejects.toThrow(MisuseError);
  });
});
