import { expect, test } from "vitest";

import { API_KEY, refusal } from "../../../packages/cli-auth/test/client/bodies";
import { fakeServer } from "../../../packages/cli-auth/test/client/fake-server";
import { someone } from "./run";

const device = {
  id: "d1",
  name: "ada-thinkpad",
  created_at: "2020-03-01T12:00:00.000Z",
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
const user = { id: "u1", email: "ada@example.com", full_name: null, tier: "none", created_at: "2026" };

async function scene() {
  const { id, name, created_at, expires_at } = device;
  const server = await fakeServer({
    "GET /v1/auth/devices": [
      { status: 200, body: [device, { ...device, id: "d2", name: "old", status: "revoked", expired: true }] },
    ],
    "GET /v1/auth/me": [{ status: 200, body: { user, device: { id, name, created_at, expires_at } } }],
    "PATCH /v1/auth/devices/d2": [{ status: 200, body: { ...device, id: "d2", name: "desk" } }],
    "DELETE /v1/auth/devices/d2": [{ status: 204 }],
    "DELETE /v1/auth/devices/d3": [{ status: 404, body: { error: "not_found", detail: "Device not found" } }],
  });
  const { run } = await someone();
  const env = { ALPRINA_SERVER: server.url, ALPRINA_API_KEY: API_KEY };
  return { server, run: (...args: string[]) => run(args, { env }) };
}

test("devices are a table on stdout that marks this device", async () => {
  const { run } = await scene();
  expect(await run("devices")).toEqual({
    code: 0,
    stderr: "",
    stdout:
      "NAME          CREATED     LAST USED  STATUS               ID\n" +
      "ada-thinkpad  1 Mar 2020  never      active, this device  d1\n" +
      "old           1 Mar 2020  never      expired              d2\n",
  });
});

test("devices are JSON for programs", async () => {
  const { run } = await scene();
  const { stdout } = await run("devices", "--json");
  const [first, second] = [
    { id: "d1", thisDevice: true, createdAt: device.created_at },
    { id: "d2", thisDevice: false, status: "revoked" },
  ];
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    type: "result",
    data: { devices: [first, second] },
  });
});

test("a device is renamed and revoked by its id", async () => {
  const { run, server } = await scene();
  expect(await run("devices", "rename", "d2", "desk")).toMatchObject({ code: 0, stdout: "" });
  expect(server.received.at(-1)?.body).toEqual({ name: "desk" });
  expect(await run("devices", "revoke", "d2")).toMatchObject({ code: 0, stdout: "" });
  expect(await run("devices", "revoke", "d3")).toMatchObject({ code: 1, stderr: "✗ Device not found\n" });
});

test.each([
  "This account is locked. Ask the operator of this server.",
  "You signed in a while ago. Sign in again, then go on.",
])("a refusal in the server's own words stays one: %s", async (words) => {
  const server = await fakeServer({ "GET /v1/auth/devices": [refusal(403, "forbidden", words)] });
  const { run } = await someone();
  const env = { ALPRINA_SERVER: server.url, ALPRINA_API_KEY: API_KEY };
  const { code, stdout, stderr } = await run(["devices"], { env });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(words);
});
