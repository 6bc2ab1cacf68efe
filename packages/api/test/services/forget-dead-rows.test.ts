import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { forgetDeadRows } from "../../src/index";
import { approvedCode, OWN, renewableKey } from "../support/oauth";
import { adasKey, openProduct, reviewedLogin, type Cast, type Product } from "../support/product";

const DAY = 24 * 60 * 60;
const ACTIVITY_DAYS = 40;

let product: Product & Cast;
beforeEach(async () => {
  product = await openProduct();
});

const forget = (options: { batch?: number } = {}, signal?: AbortSignal) =>
  forgetDeadRows(product.deps, { activityDays: ACTIVITY_DAYS, ...options }, signal);
const prisma = () => product.database.prisma;
const poll = async (deviceCode: string) => (await product.terminal.logins.poll({ deviceCode })).kind;

/** Grants whose codes are over since so many days. */
const grants = (count: number, daysAgo: number) =>
  prisma().deviceGrant.createManyAndReturn({
    data: Array.from({ length: count }, () => ({
      ...{ id: randomUUID(), deviceCodeHash: randomBytes(32), clientId: "alprina-cli", intervalSeconds: 5 },
      ...{ createdAt: new Date(0), expiresAt: new Date(Date.now() - daysAgo * DAY * 1000) },
    })),
  });

describe("a login that is over", () => {
  it("is answered for as long as it is kept, and then like a code that never was", async () => {
    const { deviceCode, userCode } = await reviewedLogin(product);
    product.wait(8 * DAY + 890);
    expect(await forget()).toEqual({ removed: {}, isDone: true });
    expect(await poll(deviceCode)).toBe("expired");
    expect(await product.as(product.ada).grants.review({ userCode })).toEqual({ kind: "expired" });
    product.wait(20);
    expect(await forget()).toEqual({ removed: { "device-grants": 1 }, isDone: true });
    expect(await poll(deviceCode)).toBe("unknown");
    expect(await product.as(product.ada).grants.review({ userCode })).toEqual({ kind: "unknown" });
  });

  it("leaves the key that it gave, the events of it, and that it can give no other", async () => {
    const { apiKey, device } = await adasKey(product);
    product.wait(9 * DAY);
    expect(await forget()).toMatchObject({ removed: { "device-grants": 1 } });
    expect(await product.terminal.keys.verify({ apiKey })).toMatchObject({ kind: "valid" });
    const { items } = await product.as(product.ada).activity.list({ deviceId: device.id });
    expect(items.map(({ kind }) => kind)).toEqual([
      ...["device-added", "login-approved", "login-reviewed", "login-started"],
    ]);
    const key = await prisma().apiKey.findUniqueOrThrow({ where: { id: device.id } });
    const another = { ...key, id: randomUUID(), keyHash: randomBytes(32) };
    await expect(prisma().apiKey.create({ data: another })).rejects.toMatchObject({ code: "P2002" });
  });
});

describe("codes that are over", () => {
  it("are kept for a week and a day: an authorization code that comes again still revokes what it gave", async () => {
    const code = await approvedCode(product);
    const answer = await product.terminal.authorizations.redeem(code);
    if (answer.kind !== "key") throw new Error(answer.why);
    await product.as(product.ada).dashboardCodes.issue();
    product.wait(8 * DAY);
    expect(await forget()).toMatchObject({ removed: {} });
    expect(await product.terminal.authorizations.redeem(code)).toMatchObject({ kind: "refused" });
    const [device] = await product.as(product.ada).devices.list();
    expect(device).toMatchObject({ id: answer.issued.device.id, status: "revoked" });
    product.wait(1_000);
    expect(await forget()).toMatchObject({ removed: { "authorization-codes": 1, "dashboard-codes": 1 } });
  });
});

describe("a device that ended", () => {
  it("is shown for as long as its events are, and then goes with its refresh tokens", async () => {
    const { device } = await adasKey(product);
    await renewableKey(product);
    await product.as(product.ada).devices.revoke({ id: device.id });
    product.wait(ACTIVITY_DAYS * DAY - 60);
    await forget();
    expect(await product.as(product.ada).devices.list()).toHaveLength(2);
    product.wait(120);
    expect(await forget()).toMatchObject({ removed: { "revoked-keys": 1 } });
    product.wait(product.deps.policy.apiKeyTtlSeconds);
    expect(await forget()).toMatchObject({ removed: { "ended-renewable-keys": 1 } });
    expect(await product.as(product.ada).devices.list()).toEqual([]);
    expect(await prisma().refreshToken.count()).toBe(0);
  });

  it("goes by its own end, when it ran out", async () => {
    await adasKey(product);
    product.wait(product.deps.policy.apiKeyTtlSeconds + ACTIVITY_DAYS * DAY - 60);
    await forget();
    expect(await product.as(product.ada).devices.list()).toMatchObject([{ expired: true }]);
    product.wait(120);
    expect(await forget()).toMatchObject({ removed: { "ended-keys": 1 } });
    expect(await product.as(product.ada).devices.list()).toEqual([]);
  });
});

it("a refresh token that was used goes after a month, while its family lives on", async () => {
  const first = await renewableKey(product);
  const second = await product.terminal.tokens.renew({ client: OWN, refreshToken: first.refreshToken });
  if (second.kind !== "key" || !second.issued.refreshToken) throw new Error(second.kind);
  product.wait(30 * DAY + 60);
  expect(await forget()).toMatchObject({ removed: { "refresh-tokens": 1 } });
  const third = await product.terminal.tokens.renew({
    client: OWN,
    refreshToken: second.issued.refreshToken,
  });
  expect(third.kind).toBe("key");
});

it("sessions and proofs that are over go after a day", async () => {
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
  for (const [id, seconds] of [
    ["gone", -DAY - 60],
    ["kept", -DAY + 60],
  ] as const) {
    const expiresAt = at(seconds);
    await prisma().session.create({ data: { id, token: id, userId: "ada", expiresAt } });
    await prisma().verification.create({ data: { id, identifier: id, value: "", expiresAt } });
  }
  expect(await forget()).toMatchObject({ removed: { sessions: 1, verifications: 1 } });
  expect(await prisma().session.findMany()).toMatchObject([{ id: "kept" }]);
  expect(await prisma().verification.findMany()).toMatchObject([{ id: "kept" }]);
});

describe("the work itself", () => {
  it("is done by two instances at once, each row once", async () => {
    await grants(200, 9);
    await grants(20, 7);
    const answers = await Promise.all([forget({ batch: 10 }), forget({ batch: 10 })]);
    const removed = answers.map((answer) => answer.removed["device-grants"] ?? 0);
    expect(removed[0]! + removed[1]!).toBe(200);
    expect(await prisma().deviceGrant.count()).toBe(20);
  });

  it("is left to the instance that is at it", async () => {
    await grants(5, 9);
    await prisma().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(7265310204::bigint)`;
      expect(await forget()).toEqual({ removed: {}, isDone: false });
    });
    expect(await forget()).toEqual({ removed: { "device-grants": 5 }, isDone: true });
  });

  it("waits for no row that somebody holds, and takes the others", async () => {
    const [held] = await grants(5, 9);
    await prisma().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM device_grant WHERE id = ${held!.id}::uuid FOR UPDATE`;
      expect(await forget()).toEqual({ removed: { "device-grants": 4 }, isDone: true });
    });
    expect(await prisma().deviceGrant.findMany()).toMatchObject([{ id: held!.id }]);
  });

  it("stops when told to", async () => {
    await grants(5, 9);
    expect(await forget({}, AbortSignal.abort())).toEqual({ removed: {}, isDone: false });
    expect(await prisma().deviceGrant.count()).toBe(5);
  });
});
