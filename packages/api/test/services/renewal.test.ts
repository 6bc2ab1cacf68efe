import { beforeAll, describe, expect, it } from "vitest";
import { atOnce, openProduct, tally, type Cast, type Product } from "../support/product";
import { addClient, OWN, renewableKey } from "../support/oauth";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const renew = (refreshToken: string, scope?: string) =>
  product.terminal.tokens.renew({ client: OWN, refreshToken, scope });
const renewed = async (refreshToken: string) => {
  const answer = await renew(refreshToken);
  if (answer.kind !== "key" || answer.issued.refreshToken === null) throw new Error(JSON.stringify(answer));
  return { ...answer.issued, refreshToken: answer.issued.refreshToken };
};
const verdict = async (apiKey: string) => (await product.terminal.keys.verify({ apiKey })).kind;

describe("a key that renews", () => {
  it("lives an hour, and its refresh token gives the next; the device stays the same", async () => {
    const first = await renewableKey(product, { deviceName: "ada-thinkpad" });
    product.wait(3_601);
    expect(await verdict(first.apiKey)).toBe("expired");
    const second = await renewed(first.refreshToken);
    expect(second).toMatchObject({ device: first.device, scopes: first.scopes, person: product.ada });
    expect(await verdict(second.apiKey)).toBe("valid");
    const third = await renewed(second.refreshToken);
    expect(new Set([first.apiKey, second.apiKey, third.apiKey]).size).toBe(3);
  });

  it("stays in the list of devices, and can be revoked there, while its key has run out", async () => {
    const { device, refreshToken } = await renewableKey(product);
    product.wait(3_601);
    const ada = product.as(product.ada);
    const listed = (await ada.devices.list()).find(({ id }) => id === device.id);
    expect(listed).toMatchObject({ status: "active", expired: false });
    await ada.devices.revoke({ id: device.id });
    expect(await renew(refreshToken)).toMatchObject({ kind: "refused" });
  });

  it("is signed out with all others, also while its key has run out", async () => {
    const kept = await renewableKey(product);
    const other = await renewableKey(product);
    product.wait(3_601);
    await product.as(product.ada).devices.revokeOthers({ keepId: kept.device.id });
    expect(await renew(other.refreshToken)).toMatchObject({ kind: "refused" });
    expect(await renew(kept.refreshToken)).toMatchObject({ kind: "key" });
  });

  it("leaves the former key its hour, for a process that is in the middle of its work", async () => {
    const first = await renewableKey(product);
    product.wait(1_800);
    await renewed(first.refreshToken);
    expect(await verdict(first.apiKey)).toBe("valid");
    product.wait(1_801);
    expect(await verdict(first.apiKey)).toBe("expired");
  });

  it("ends after the time that every key has, however often it is renewed", async () => {
    const { refreshToken } = await renewableKey(product);
    product.wait(365 * 24 * 60 * 60);
    expect(await renew(refreshToken)).toMatchObject({ kind: "refused" });
  });
});

describe("a refresh token", () => {
  it("used again within a minute answers with the same successor", async () => {
    const { refreshToken } = await renewableKey(product);
    const first = await renewed(refreshToken);
    product.wait(59);
    const again = await renewed(refreshToken);
    expect(again).toMatchObject({ apiKey: first.apiKey, refreshToken: first.refreshToken });
    expect(again.expiresAt).toEqual(first.expiresAt);
    expect(again.expiresInSeconds).toBeLessThan(first.expiresInSeconds);
  });

  it("used later ends the family", async () => {
    const { refreshToken } = await renewableKey(product);
    const next = await renewed(refreshToken);
    product.wait(61);
    expect(await renew(refreshToken)).toMatchObject({ kind: "refused" });
    expect(await verdict(next.apiKey)).toBe("revoked");
    expect(await renew(next.refreshToken)).toMatchObject({ kind: "refused" });
  });

  it("of another client is not known, and nothing happens to its family", async () => {
    const other = await addClient(product);
    const { refreshToken, apiKey } = await renewableKey(product);
    const answer = await product.terminal.tokens.renew({ client: other, refreshToken });
    expect(answer).toMatchObject({ kind: "refused" });
    expect(await verdict(apiKey)).toBe("valid");
    expect(await renew(refreshToken)).toMatchObject({ kind: "key" });
  });

  it("cannot widen what the person allowed", async () => {
    const { refreshToken } = await renewableKey(product);
    for (const scope of ["devices:write", "email devices:write", "repo"]) {
      await expect(renew(refreshToken, scope)).rejects.toMatchObject({
        cause: { code: "scope-not-allowed" },
      });
    }
    expect(await renew(refreshToken, "email openid")).toMatchObject({ kind: "key" });
  });

  it("used by 50 calls at once gives one successor to all of them", async () => {
    for (let round = 0; round < 5; round++) {
      const { refreshToken, device } = await renewableKey(product);
      const answers = await atOnce(50, () => renew(refreshToken));
      expect(tally(answers)).toEqual({ key: 50 });
      const tokens = answers.map((answer) => (answer.kind === "key" ? answer.issued.refreshToken : null));
      const keys = answers.map((answer) => (answer.kind === "key" ? answer.issued.apiKey : ""));
      expect(new Set(tokens).size).toBe(1);
      expect(new Set(keys).size).toBe(1);
      expect(await verdict(keys[0] ?? "")).toBe("valid");
      const family = await product.database.prisma.refreshToken.findMany({ where: { apiKeyId: device.id } });
      expect(family.map(({ status }) => status).sort()).toEqual(["current", "rotated"]);
    }
  });

  it("against a revocation at the same moment: the device ends up revoked", async () => {
    for (let round = 0; round < 20; round++) {
      const { refreshToken, device } = await renewableKey(product);
      const [answer] = await Promise.all([
        renew(refreshToken),
        product.as(product.ada).devices.revoke({ id: device.id }),
      ]);
      if (answer.kind === "key") expect(await verdict(answer.issued.apiKey)).toBe("revoked");
      const listed = (await product.as(product.ada).devices.list()).find(({ id }) => id === device.id);
      expect(listed?.status).toBe("revoked");
    }
  });
});
