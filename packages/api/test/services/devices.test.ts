import { beforeAll, describe, expect, it } from "vitest";
import { adasKey, openProduct, type Cast, type Product } from "../support/product";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

describe("a device", () => {
  it("is listed, renamed and revoked by its person", async () => {
    const { apiKey, device } = await adasKey(product);
    const ada = product.as(product.ada);
    const [newest] = await ada.devices.list();
    expect(newest).toMatchObject({ id: device.id, name: "ada-thinkpad", status: "active", lastUsedAt: null });
    expect(newest?.keyStart).toBe(apiKey.slice(0, "alprina_sk_live_".length + 4));
    expect(await ada.devices.rename({ id: device.id, name: "  desk\u0000top " })).toMatchObject({
      name: "desktop",
    });
    await expect(ada.devices.rename({ id: device.id, name: " \u200b " })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    expect(await ada.devices.revoke({ id: device.id })).toMatchObject({ status: "revoked" });
    const after = await product.terminal.keys.verify({ apiKey });
    expect(after.kind).toBe("revoked");
    // Again changes nothing, not even the hour.
    const again = await ada.devices.revoke({ id: device.id });
    expect(again.revokedAt).toEqual(after.kind === "revoked" ? after.at : undefined);
  });

  it("is nobody else's", async () => {
    const { apiKey, device } = await adasKey(product);
    const mallory = product.as(product.mallory);
    expect(await mallory.devices.list()).toEqual([]);
    const { id } = device;
    await expect(mallory.devices.rename({ id, name: "mine" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(mallory.devices.revoke({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(mallory.devices.revokeOthers({ keepId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await product.terminal.keys.verify({ apiKey })).kind).toBe("valid");
  });

  it("stays when all others are revoked, and only this person's are", async () => {
    const other = await openProduct();
    const [kept, ...rest] = [await adasKey(other), await adasKey(other), await adasKey(other)];
    const graces = await other.as(other.grace).dashboardCodes.issue();
    const graceKey = await other.terminal.dashboardCodes.redeem({
      dashboardCode: graces.code,
      offersConfirmation: false,
    });
    const answer = await other.as(other.ada).devices.revokeOthers({ keepId: kept.device.id });
    expect(answer).toEqual({ revoked: rest.length });
    expect((await other.terminal.keys.verify(kept)).kind).toBe("valid");
    for (const key of rest) expect((await other.terminal.keys.verify(key)).kind).toBe("revoked");
    if (graceKey.kind !== "key") throw new Error("no key");
    expect((await other.terminal.keys.verify(graceKey.issued)).kind).toBe("valid");
  });

  it("is revoked with others that are named; what is over or somebody else’s changes nothing", async () => {
    const other = await openProduct();
    const ada = other.as(other.ada);
    const [kept, ended, ...chosen] = [
      await adasKey(other),
      await adasKey(other),
      await adasKey(other),
      await adasKey(other),
    ];
    await ada.devices.revoke({ id: ended.device.id });
    const ids = [...chosen, ended].map(({ device }) => device.id);
    expect(await other.as(other.mallory).devices.revokeSome({ ids })).toEqual({ revoked: 0 });
    // Two browsers at once, in whatever order: each key is ended by one of them.
    const answers = await Promise.all([
      ada.devices.revokeSome({ ids }),
      ada.devices.revokeSome({ ids: [...ids].reverse() }),
    ]);
    expect(answers.reduce((sum, { revoked }) => sum + revoked, 0)).toBe(chosen.length);
    expect((await other.terminal.keys.verify(kept)).kind).toBe("valid");
    for (const key of chosen) expect((await other.terminal.keys.verify(key)).kind).toBe("revoked");
    await expect(ada.devices.revokeSome({ ids: [] })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(ada.devices.revokeSome({ ids: ["none"] })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("says from where it was signed in", async () => {
    const other = await openProduct();
    await adasKey(other);
    await other.database.prisma.apiKey.updateMany({ data: { ipAddress: "193.0.6.139" } });
    const [device] = await other.as(other.ada).devices.list();
    expect(device?.source).toEqual({ kind: "public", place: "Netherlands" });
  });

  it("notes when it was used, once a minute", async () => {
    const other = await openProduct();
    const { apiKey } = await adasKey(other);
    const lastUsed = async () => (await other.as(other.ada).devices.list())[0]?.lastUsedAt?.getTime();
    await other.terminal.keys.verify({ apiKey });
    const first = await lastUsed();
    expect(first).toBeTypeOf("number");
    other.wait(30);
    await other.terminal.keys.verify({ apiKey });
    expect(await lastUsed()).toBe(first);
    other.wait(31);
    await other.terminal.keys.verify({ apiKey });
    expect(await lastUsed()).toBeGreaterThan(first!);
  });

  it("opens nothing past its time, and says so in the list", async () => {
    const other = await openProduct({ apiKeyTtlSeconds: 3_600 });
    const { apiKey, device } = await adasKey(other);
    other.wait(3_600);
    expect((await other.terminal.keys.verify({ apiKey })).kind).toBe("expired");
    await expect(other.withKey(apiKey).devices.list()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(await other.as(other.ada).devices.list()).toMatchObject([{ id: device.id, expired: true }]);
  });

  it("may look after devices with its own key, but cannot make another", async () => {
    const { apiKey, device } = await adasKey(product);
    const terminal = product.withKey(apiKey);
    expect((await terminal.devices.list()).map(({ id }) => id)).toContain(device.id);
    expect(await terminal.devices.rename({ id: device.id, name: "laptop" })).toMatchObject({
      name: "laptop",
    });
    await expect(terminal.dashboardCodes.issue()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(terminal.me.get()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
