import { beforeAll, describe, expect, it } from "vitest";
import {
  adasKey,
  approvedLogin,
  atOnce,
  openProduct,
  reviewedLogin,
  tally,
  type Cast,
  type Product,
} from "../support/product";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const keysIn = () => product.database.prisma.apiKey.count();

describe("calls that race", () => {
  it("50 polls of one approved code give one key", async () => {
    for (let round = 0; round < 5; round++) {
      const { deviceCode } = await approvedLogin(product);
      const before = await keysIn();
      const answers = await atOnce(50, () => product.terminal.logins.poll({ deviceCode }));
      expect(tally(answers)).toEqual({ approved: 1, unknown: 49 });
      expect(await keysIn()).toBe(before + 1);
    }
  });

  it("50 redemptions of one dashboard code give one key", async () => {
    for (let round = 0; round < 5; round++) {
      const { code: dashboardCode } = await product.as(product.ada).dashboardCodes.issue();
      const before = await keysIn();
      const answers = await atOnce(50, () =>
        product.terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation: false }),
      );
      expect(tally(answers)).toEqual({ key: 1, used: 49 });
      expect(await keysIn()).toBe(before + 1);
    }
  });

  it("a dashboard code that is redeemed and claimed at once goes one way", async () => {
    for (let round = 0; round < 5; round++) {
      const { code: dashboardCode } = await product.as(product.ada).dashboardCodes.issue();
      const answers = await atOnce(20, (index) =>
        product.terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation: index % 2 === 0 }),
      );
      const { key = 0, confirmation = 0, used } = tally(answers);
      expect(key + confirmation).toBe(1);
      expect(used).toBe(19);
    }
  });

  it("approve against deny is one decision, and all calls agree on which", async () => {
    const ada = product.as(product.ada);
    for (let round = 0; round < 20; round++) {
      const { grantId, deviceCode } = await reviewedLogin(product);
      const answers = await atOnce(10, (index) =>
        ada.grants.decide({ grantId, decision: index % 2 === 0 ? "approve" : "deny" }),
      );
      const winners = answers.filter(({ kind }) => kind === "approved" || kind === "denied");
      expect(winners).toHaveLength(1);
      const status = winners[0]!.kind;
      const others = answers.filter((answer) => answer !== winners[0]);
      expect(others).toEqual(others.map(() => ({ kind: "already-decided", status })));
      expect((await product.terminal.logins.poll({ deviceCode })).kind).toBe(status);
    }
  });

  it("two people who review one code at once: one has it, the other is told", async () => {
    for (let round = 0; round < 20; round++) {
      const { userCode } = await product.terminal.logins.start({});
      const answers = await Promise.all(
        [product.ada, product.grace].map((person) => product.as(person).grants.review({ userCode })),
      );
      expect(tally(answers)).toEqual({ pending: 1, taken: 1 });
    }
  });

  it("approval against the last moment: a key, or an expired code, and never both", async () => {
    const late = await openProduct();
    for (let round = 0; round < 10; round++) {
      const { grantId, deviceCode } = await reviewedLogin(late);
      const [decision] = await Promise.all([
        late.as(late.ada).grants.decide({ grantId, decision: "approve" }),
        late.database.prisma.deviceGrant.update({
          where: { id: grantId },
          data: { expiresAt: late.deps.now() },
        }),
      ]);
      expect(["approved", "expired"]).toContain(decision.kind);
      expect((await late.terminal.logins.poll({ deviceCode })).kind).toBe("expired");
    }
    expect(await late.database.prisma.apiKey.count()).toBe(0);
  });

  it("20 new dashboard codes of one person at once leave one live", async () => {
    await atOnce(20, () => product.as(product.grace).dashboardCodes.issue());
    const live = await product.database.prisma.dashboardCode.count({
      where: { userId: product.grace.id, status: "live" },
    });
    expect(live).toBe(1);
  });

  it("a new dashboard code against the redemption of the former: the former gives a key or is dead", async () => {
    for (let round = 0; round < 10; round++) {
      const ada = product.as(product.ada);
      const former = await ada.dashboardCodes.issue();
      const [answer] = await Promise.all([
        product.terminal.dashboardCodes.redeem({ dashboardCode: former.code, offersConfirmation: false }),
        ada.dashboardCodes.issue(),
      ]);
      const { status } = await product.database.prisma.dashboardCode.findUniqueOrThrow({
        where: { id: former.id },
      });
      expect(status).toBe(answer.kind === "key" ? "used" : "replaced");
    }
  });

  it("redemption against the deletion of the person leaves no key behind", async () => {
    for (let round = 0; round < 5; round++) {
      const other = await openProduct();
      const { deviceCode } = await approvedLogin(other);
      const [answer] = await Promise.all([
        other.terminal.logins.poll({ deviceCode }),
        other.database.prisma.user.delete({ where: { id: other.ada.id } }),
      ]);
      expect(["approved", "person-gone", "unknown"]).toContain(answer.kind);
      expect(await other.database.prisma.apiKey.count()).toBe(0);
    }
  });

  it("10 revocations of one device happen once", async () => {
    const { device, apiKey } = await adasKey(product);
    const revoked = await atOnce(10, () =>
      product.deps.store.revokeKey(device.id, product.ada.id, product.deps.now(), {
        kind: "device-revoked",
        at: product.deps.now(),
        origin: { ipAddress: null, place: null, network: null, userAgent: null },
      }),
    );
    expect(revoked.filter(Boolean)).toHaveLength(1);
    expect((await product.terminal.keys.verify({ apiKey })).kind).toBe("revoked");
  });

  it("revocation against renaming keeps both", async () => {
    const { device } = await adasKey(product);
    const ada = product.as(product.ada);
    await Promise.all([
      ada.devices.revoke({ id: device.id }),
      ada.devices.rename({ id: device.id, name: "renamed" }),
    ]);
    const now = (await ada.devices.list()).find(({ id }) => id === device.id);
    expect(now).toMatchObject({ name: "renamed", status: "revoked" });
  });
});
