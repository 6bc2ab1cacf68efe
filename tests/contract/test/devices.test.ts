import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { call, expectRefusal } from "../support/call";
import { expireKey } from "../support/database";
import { dashboardCode, logIn, redeem } from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";
import { deviceItem, keyReply, read } from "../support/wire";
import { anyText, textLike } from "../support/matchers";

const path = "/v1/auth/devices";

/** `/v1/auth/devices`, contract §1. */
describe.each(hosts)("$kind: devices", (host) => {
  let ada: Person;
  let grace: Person;
  beforeAll(async () => {
    [ada, grace] = await Promise.all([signUp(host, "Ada Lovelace"), signUp(host, "Grace Hopper")]);
  });
  const list = async (bearer: string) => read(await call(host, "GET", path, { bearer }), z.array(deviceItem));

  it("are none at first, then the newest first, of both ways to sign in", async () => {
    const newcomer = await signUp(host, "Grace Hopper");
    expect(await list(newcomer.token)).toEqual([]);
    await logIn(host, newcomer, { device_name: "first" });
    read(await redeem(host, await dashboardCode(host, newcomer), { device_name: "second" }), keyReply);
    const third = await logIn(host, newcomer, { device_name: "third" });
    const devices = await list(newcomer.token);
    expect(devices.map(({ name }) => name)).toEqual(["third", "second", "first"]);
    expect(devices[0]).toMatchObject({ id: third.device.id, status: "active", last_used: null });
  });

  it("say when a key was last used, and never show it", async () => {
    const { api_key, device } = await logIn(host, ada);
    expect((await call(host, "GET", "/v1/auth/me", { bearer: api_key })).status).toBe(200);
    const reply = await call(host, "GET", path, { bearer: ada.token });
    const item = read(reply, z.array(deviceItem)).find(({ id }) => id === device.id);
    expect(Date.now() - Date.parse(item?.last_used ?? "")).toBeLessThan(60_000);
    expect(reply.text).not.toContain(api_key.slice("alprina_sk_live_".length + 4));
  });

  it("can be looked after with an API key, too", async () => {
    const [mine, other] = [await logIn(host, ada), await logIn(host, ada)];
    expect((await list(mine.api_key)).map(({ id }) => id)).toContain(other.device.id);
    const renamed = await call(host, "PATCH", `${path}/${other.device.id}`, {
      bearer: mine.api_key,
      json: { name: "old" },
    });
    expect(read(renamed, deviceItem).name).toBe("old");
    expect((await call(host, "DELETE", `${path}/${other.device.id}`, { bearer: mine.api_key })).status).toBe(
      204,
    );
    expect((await call(host, "GET", path, { bearer: other.api_key })).status).toBe(401);
  });

  it("can be renamed: the answer is the device", async () => {
    const { device, api_key } = await logIn(host, ada);
    const before = (await list(ada.token)).find(({ id }) => id === device.id);
    const reply = await call(host, "PATCH", `${path}/${device.id}`, {
      bearer: ada.token,
      json: { name: "  Küche \n 2 " },
    });
    expect(read(reply, deviceItem)).toEqual({ ...before, name: "Küche 2" });
    expect((await call(host, "GET", "/v1/auth/me", { bearer: api_key })).body).toMatchObject({
      device: { name: "Küche 2" },
    });
  });

  it("need a name that can be read", async () => {
    const { device } = await logIn(host, ada, { device_name: "kept" });
    for (const json of [
      {},
      { name: "" },
      { name: " \u200b\n" },
      { name: 7 },
      { name: "x".repeat(201) },
      [],
    ]) {
      const reply = await call(host, "PATCH", `${path}/${device.id}`, { bearer: ada.token, json });
      expectRefusal(reply, 422, anyText);
    }
    expect((await list(ada.token)).find(({ id }) => id === device.id)?.name).toBe("kept");
  });

  it("can be revoked: 204, the key opens nothing, and the list says so", async () => {
    const { device, api_key } = await logIn(host, ada);
    const reply = await call(host, "DELETE", `${path}/${device.id}`, { bearer: ada.token });
    expect({ status: reply.status, text: reply.text }).toEqual({ status: 204, text: "" });
    expect((await list(ada.token)).find(({ id }) => id === device.id)?.status).toBe("revoked");
    const refused = await call(host, "GET", "/v1/auth/me", { bearer: api_key });
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({
      detail: { error: "invalid_api_key", message: textLike(/revoked/) },
    });
  });

  it("that ran out are not called active, and their key lists nothing", async () => {
    const { device, api_key } = await logIn(host, ada);
    await expireKey(host, api_key);
    expect((await list(ada.token)).find(({ id }) => id === device.id)?.status).toBe("revoked");
    expectRefusal(await call(host, "GET", path, { bearer: api_key }), 401, "Authorization header required");
  });

  it("of somebody else, and ids that are none, are not found and stay as they are", async () => {
    const { device, api_key } = await logIn(host, grace, { device_name: "hers" });
    const ids = [
      device.id,
      device.id.toUpperCase(),
      "00000000-0000-4000-8000-000000000000",
      "1",
      "%27",
      "a%00b",
      "%F0%9F%92%A3",
      "x".repeat(500),
    ];
    for (const id of ids) {
      const renamed = await call(host, "PATCH", `${path}/${id}`, {
        bearer: ada.token,
        json: { name: "mine" },
      });
      expectRefusal(renamed, 404, "Device not found");
      expectRefusal(
        await call(host, "DELETE", `${path}/${id}`, { bearer: ada.token }),
        404,
        "Device not found",
      );
    }
    expect((await list(ada.token)).map(({ id }) => id)).not.toContain(device.id);
    const me = await call(host, "GET", "/v1/auth/me", { bearer: api_key });
    expect(me.body).toMatchObject({ device: { id: device.id, name: "hers" } });
  });

  it("are nobody's business without a caller", async () => {
    const { device } = await logIn(host, ada);
    const calls = [
      call(host, "GET", path),
      call(host, "GET", path, { bearer: "nonsense" }),
      call(host, "PATCH", `${path}/${device.id}`, { json: { name: "x" } }),
      call(host, "PATCH", `${path}/junk`, { json: 7 }),
      call(host, "DELETE", `${path}/${device.id}`),
      call(host, "DELETE", `${path}/junk`),
    ];
    for (const reply of await Promise.all(calls)) expectRefusal(reply, 401, "Authorization header required");
    expect((await list(ada.token)).find(({ id }) => id === device.id)?.status).toBe("active");
  });
});
