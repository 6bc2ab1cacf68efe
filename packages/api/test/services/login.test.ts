import { beforeAll, describe, expect, it } from "vitest";
import {
  adasKey,
  approvedLogin,
  openProduct,
  reviewedLogin,
  type Cast,
  type Product,
} from "../support/product";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

describe("a login", () => {
  it("goes from the code to a key that says whose it is", async () => {
    const { terminal, ada, as } = product;
    const login = await terminal.logins.start({ deviceName: "ada-thinkpad", deviceOs: "Ubuntu 24.04" });
    expect(login).toMatchObject({ expiresInSeconds: 900, intervalSeconds: 5 });
    expect(await terminal.logins.poll(login)).toEqual({ kind: "pending", intervalSeconds: 5 });

    const review = await as(ada).grants.review({ userCode: login.userCode.toLowerCase() });
    expect(review).toMatchObject({
      kind: "pending",
      request: { deviceName: "ada-thinkpad", deviceOs: "Ubuntu 24.04", ipAddress: "203.0.113.24" },
    });
    if (review.kind !== "pending") return;
    expect(await as(ada).grants.decide({ grantId: review.request.id, decision: "approve" })).toEqual({
      kind: "approved",
    });

    const answer = await terminal.logins.poll(login);
    expect(answer).toMatchObject({
      kind: "approved",
      issued: { person: ada, device: { name: "ada-thinkpad" } },
    });
    if (answer.kind !== "approved") return;
    expect(await terminal.keys.verify(answer.issued)).toMatchObject({ kind: "valid", person: ada });
  });

  it("gives its key once, and then the code is as good as never issued", async () => {
    const { deviceCode } = await approvedLogin(product);
    expect((await product.terminal.logins.poll({ deviceCode })).kind).toBe("approved");
    expect(await product.terminal.logins.poll({ deviceCode })).toEqual({ kind: "unknown" });
  });

  it("ends denied for good: no approval brings it back", async () => {
    const { deviceCode, grantId, userCode } = await reviewedLogin(product);
    const ada = product.as(product.ada);
    expect(await ada.grants.decide({ grantId, decision: "deny" })).toEqual({ kind: "denied" });
    expect(await ada.grants.decide({ grantId, decision: "approve" })).toEqual({
      kind: "already-decided",
      status: "denied",
    });
    expect(await ada.grants.authorize({ userCode })).toBe(false);
    expect(await product.terminal.logins.poll({ deviceCode })).toEqual({ kind: "denied", reason: null });
  });

  it("cannot be approved or redeemed past its time", async () => {
    const late = await openProduct();
    const pending = await reviewedLogin(late);
    const approved = await approvedLogin(late);
    late.wait(900);
    const ada = late.as(late.ada);
    expect(await ada.grants.decide({ grantId: pending.grantId, decision: "approve" })).toEqual({
      kind: "expired",
    });
    expect(await ada.grants.review(pending)).toEqual({ kind: "expired" });
    expect(await late.terminal.logins.poll(pending)).toEqual({ kind: "expired" });
    expect(await late.terminal.logins.poll(approved)).toEqual({ kind: "expired" });
    expect(await late.database.prisma.apiKey.count()).toBe(0);
  });

  it("gives no key when the person who approved is gone", async () => {
    const other = await openProduct();
    const { deviceCode } = await approvedLogin(other);
    await other.database.prisma.user.delete({ where: { id: other.ada.id } });
    expect(await other.terminal.logins.poll({ deviceCode })).toEqual({ kind: "person-gone" });
    expect(await other.database.prisma.apiKey.count()).toBe(0);
  });

  it("belongs to the first person who reviews it", async () => {
    const { grantId, userCode, deviceCode } = await reviewedLogin(product);
    const mallory = product.as(product.mallory);
    expect(await mallory.grants.review({ userCode })).toEqual({ kind: "taken" });
    for (const decision of ["approve", "deny"] as const) {
      expect(await mallory.grants.decide({ grantId, decision })).toEqual({ kind: "taken" });
    }
    expect(await mallory.grants.authorize({ userCode })).toBe(false);
    expect((await product.terminal.logins.poll({ deviceCode })).kind).toBe("pending");
  });

  it("is not decided by somebody who has not reviewed it", async () => {
    const { userCode, deviceCode } = await product.terminal.logins.start({});
    const { id: grantId } = await product.database.prisma.deviceGrant.findFirstOrThrow({
      orderBy: { createdAt: "desc" },
    });
    expect(await product.as(product.ada).grants.decide({ grantId, decision: "approve" })).toEqual({
      kind: "taken",
    });
    expect((await product.terminal.logins.poll({ deviceCode })).kind).toBe("pending");
    expect(userCode).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
  });

  it("tells what has become of a code that is typed again", async () => {
    const ada = product.as(product.ada);
    const approved = await approvedLogin(product);
    expect(await ada.grants.review(approved)).toEqual({ kind: "approved" });
    await product.terminal.logins.poll(approved);
    expect(await ada.grants.review(approved)).toEqual({ kind: "redeemed" });
    expect(await ada.grants.review({ userCode: "BBBB-BBBB" })).toEqual({ kind: "unknown" });
    expect(await ada.grants.review({ userCode: "hello" })).toEqual({ kind: "malformed" });
  });

  it("needs somebody who is signed in, and a key is nobody who is", async () => {
    const { apiKey } = await adasKey(product);
    const { userCode } = await product.terminal.logins.start({});
    for (const nobody of [product.terminal, product.withKey(apiKey)]) {
      await expect(nobody.grants.review({ userCode })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
      await expect(nobody.grants.authorize({ userCode })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
      await expect(nobody.dashboardCodes.issue()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    }
  });
});
