import { beforeAll, describe, expect, it } from "vitest";
import { mailbox } from "../support/alerts";
import { approvedCode } from "../support/oauth";
import {
  adasKey,
  approvedLogin,
  atOnce,
  ISSUER,
  openProduct,
  tally,
  type Cast,
  type Product,
} from "../support/product";

/** Mails about new devices: written down with the key, sent once, and not given up for a day. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const alertsIn = (product: Product) => product.database.prisma.deviceAlert.count();

describe("a server that sends mails", () => {
  let product: Product & Cast;
  beforeAll(async () => {
    product = await openProduct({ tellsOfNewDevices: true });
  });

  it("writes one down with the one key that 50 polls get", async () => {
    for (let round = 0; round < 5; round++) {
      const { deviceCode } = await approvedLogin(product);
      const before = await alertsIn(product);
      const answers = await atOnce(50, () => product.terminal.logins.poll({ deviceCode }));
      expect(tally(answers)).toEqual({ approved: 1, unknown: 49 });
      expect(await alertsIn(product)).toBe(before + 1);
    }
  });

  it("writes one down with the one key that 50 redemptions of a dashboard code get", async () => {
    const { code: dashboardCode } = await product.as(product.ada).dashboardCodes.issue();
    const before = await alertsIn(product);
    await atOnce(50, () =>
      product.terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation: false }),
    );
    expect(await alertsIn(product)).toBe(before + 1);
  });

  it("writes one down with the one key that 20 redemptions of an authorization code get", async () => {
    const redemption = await approvedCode(product);
    const before = await alertsIn(product);
    const answers = await atOnce(20, () => product.terminal.authorizations.redeem(redemption));
    expect(tally(answers)).toEqual({ key: 1, refused: 19 });
    expect(await alertsIn(product)).toBe(before + 1);
  });

  it("gives each to one of many workers, and sends it once", async () => {
    const other = await openProduct({ tellsOfNewDevices: true });
    const devices = new Set<string>();
    for (let n = 0; n < 8; n++) devices.add((await adasKey(other)).device.id);
    const { mails, deliver } = mailbox(other);
    const answers = await atOnce(40, deliver);
    expect(tally(answers)).toEqual({ sent: 8, "nothing-due": 32 });
    expect(new Set(mails.map((mail) => mail.deviceId))).toEqual(devices);
    expect(mails).toHaveLength(8);
    expect(await deliver()).toEqual({ kind: "nothing-due" });
  });
});

describe("what a mail says", () => {
  const from = { ipAddress: "203.0.113.24", place: null, network: null, userAgent: "a browser" };
  const facts = { deviceName: "ada-thinkpad", deviceOs: "Ubuntu 24.04", clientVersion: "1.4.0" };
  let product: Product & Cast;
  beforeAll(async () => {
    product = await openProduct({ tellsOfNewDevices: true });
  });

  /** The one mail of this device, and its facts of both sides. */
  async function mailOf(deviceId: string) {
    const mails = (await mailbox(product).deliverAll()).filter((mail) => mail.deviceId === deviceId);
    expect(mails).toHaveLength(1);
    return mails[0]!;
  }

  it("comes from a device grant: who asked, who approved, and until when", async () => {
    const { deviceCode, userCode } = await product.terminal.logins.start(facts);
    const ada = product.as(product.ada);
    const review = await ada.grants.review({ userCode });
    if (review.kind !== "pending") throw new Error(review.kind);
    await ada.grants.decide({
      grantId: review.request.id,
      decision: "approve",
      scopes: ["email"],
      lifetimeSeconds: 8 * HOUR,
    });
    const answer = await product.terminal.logins.poll({ deviceCode });
    if (answer.kind !== "approved") throw new Error(answer.kind);
    const mail = await mailOf(answer.issued.device.id);
    expect(mail).toMatchObject({
      to: product.ada.email,
      devicesUrl: `${ISSUER}/settings/devices`,
      device: {
        name: "ada-thinkpad",
        deviceOs: "Ubuntu 24.04",
        clientVersion: "1.4.0",
        terminal: from,
        browser: from,
        scopes: ["email"],
        expiresAt: answer.issued.expiresAt,
      },
    });
    expect(mail.linkExpiresAt.getTime() - mail.device.addedAt.getTime()).toBe(7 * DAY * 1000);
    // Whoever reads the mailbox must not have the key, nor anything that gives one.
    for (const secret of [answer.issued.apiKey, deviceCode, userCode]) {
      expect(JSON.stringify(mail)).not.toContain(secret);
    }
  });

  it("comes from a dashboard code that nobody confirmed: where the code was read", async () => {
    const { code: dashboardCode } = await product.as(product.ada).dashboardCodes.issue();
    const answer = await product.terminal.dashboardCodes.redeem({
      ...{ dashboardCode, offersConfirmation: false },
      ...facts,
    });
    if (answer.kind !== "key") throw new Error(answer.kind);
    expect((await mailOf(answer.issued.device.id)).device).toMatchObject({
      ...{ name: "ada-thinkpad", clientVersion: "1.4.0", terminal: from, browser: from },
    });
  });

  it("comes from a dashboard code that was confirmed", async () => {
    const ada = product.as(product.ada);
    const { id, code: dashboardCode } = await ada.dashboardCodes.issue();
    const claimed = await product.terminal.dashboardCodes.redeem({
      ...{ dashboardCode, offersConfirmation: true },
      ...facts,
    });
    if (claimed.kind !== "confirmation") throw new Error(claimed.kind);
    const grant = await product.database.prisma.dashboardCode.findUniqueOrThrow({ where: { id } });
    await ada.grants.decide({ grantId: grant.deviceGrantId ?? "", decision: "approve" });
    const answer = await product.terminal.logins.poll({ deviceCode: claimed.deviceCode });
    if (answer.kind !== "approved") throw new Error(answer.kind);
    expect((await mailOf(answer.issued.device.id)).device).toMatchObject({
      ...{ name: "ada-thinkpad", deviceOs: "Ubuntu 24.04", terminal: from, browser: from },
    });
  });

  it("comes from an authorization code", async () => {
    const answer = await product.terminal.authorizations.redeem(await approvedCode(product, facts));
    if (answer.kind !== "key") throw new Error(answer.kind);
    expect((await mailOf(answer.issued.device.id)).device).toMatchObject({
      ...{ name: "ada-thinkpad", terminal: from, browser: from },
    });
  });
});

describe("a mail that nobody takes", () => {
  it("is tried again after growing pauses, and arrives when the mail server is back", async () => {
    const product = await openProduct({ tellsOfNewDevices: true });
    await adasKey(product);
    const { answers, deliver, mails } = mailbox(product);
    answers({ kind: "failed", why: "ECONNREFUSED" });
    const pauses = [5, 30, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE];
    for (const [index, pause] of pauses.entries()) {
      expect(await deliver()).toMatchObject({ kind: "postponed", tries: index + 1, why: "ECONNREFUSED" });
      product.wait(pause - 2);
      expect(await deliver()).toEqual({ kind: "nothing-due" });
      product.wait(3);
    }
    answers({ kind: "sent" });
    expect(await deliver()).toMatchObject({ kind: "sent" });
    expect(mails).toHaveLength(1);
    product.wait(DAY);
    expect(await deliver()).toEqual({ kind: "nothing-due" });
  });

  it("is given up after a day", async () => {
    const product = await openProduct({ tellsOfNewDevices: true });
    await adasKey(product);
    const { answers, deliver } = mailbox(product);
    answers({ kind: "failed", why: "ETIMEDOUT" });
    const kinds: string[] = [];
    for (let hour = 0; hour < 30; hour++) {
      for (let answer = await deliver(); answer.kind !== "nothing-due"; answer = await deliver()) {
        kinds.push(answer.kind);
      }
      product.wait(HOUR);
    }
    expect(kinds.length).toBeGreaterThan(8);
    expect(new Set(kinds.slice(0, -1))).toEqual(new Set(["postponed"]));
    expect(kinds.at(-1)).toBe("given-up");
    answers({ kind: "sent" });
    expect(await deliver()).toEqual({ kind: "nothing-due" });
  });

  it("is given up at once when the mail server will never take it", async () => {
    const product = await openProduct({ tellsOfNewDevices: true });
    await adasKey(product);
    const { answers, deliver } = mailbox(product);
    answers({ kind: "refused", why: "550" });
    expect(await deliver()).toMatchObject({ kind: "given-up", tries: 1 });
    product.wait(DAY);
    expect(await deliver()).toEqual({ kind: "nothing-due" });
  });

  it("is not lost with the worker that took it", async () => {
    const product = await openProduct({ tellsOfNewDevices: true });
    const { device } = await adasKey(product);
    const now = product.deps.now();
    const lease = new Date(now.getTime() + 2 * MINUTE * 1000);
    const taken = await product.deps.store.claimAlert(now, lease, { atMost: 30, since: now });
    expect(taken?.deviceId).toBe(device.id);
    const { deliver, mails } = mailbox(product);
    expect(await deliver()).toEqual({ kind: "nothing-due" });
    product.wait(2 * MINUTE + 1);
    expect(await deliver()).toMatchObject({ kind: "sent" });
    expect(mails.map((mail) => mail.deviceId)).toEqual([device.id]);
  });
});

it("nobody’s mailbox is flooded: past 30 an hour a mail waits, and other people’s do not", async () => {
  const product = await openProduct({ tellsOfNewDevices: true });
  for (let n = 0; n < 32; n++) await adasKey(product);
  const { code: dashboardCode } = await product.as(product.grace).dashboardCodes.issue();
  await product.terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation: false });
  const { deliverAll, mails } = mailbox(product);
  await deliverAll();
  const countFor = (to: string) => mails.filter((mail) => mail.to === to).length;
  expect({ ada: countFor(product.ada.email), grace: countFor(product.grace.email) }).toEqual({
    ada: 30,
    grace: 1,
  });
  product.wait(HOUR + 1);
  await deliverAll();
  expect(countFor(product.ada.email)).toBe(32);
});

it("nothing is sent to people without an address", async () => {
  const product = await openProduct({ tellsOfNewDevices: true });
  await product.database.prisma.user.update({
    where: { id: product.ada.id },
    data: { email: "0123456789abcdef@no-address.invalid" },
  });
  const { device } = await adasKey(product);
  const { deliver, mails } = mailbox(product);
  expect(await deliver()).toEqual({ kind: "needless", deviceId: device.id });
  product.wait(DAY);
  expect(await deliver()).toEqual({ kind: "nothing-due" });
  expect(mails).toEqual([]);
});

it("without mail nothing is written down", async () => {
  const product = await openProduct();
  await adasKey(product);
  await product.terminal.authorizations.redeem(await approvedCode(product));
  expect(await product.database.prisma.apiKey.count()).toBe(2);
  expect(await alertsIn(product)).toBe(0);
});

it("what is over is forgotten, and what still has to be sent is not", async () => {
  const { forgetOldAlerts } = await import("../../src/index");
  const product = await openProduct({ tellsOfNewDevices: true });
  await adasKey(product);
  const { deliverAll } = mailbox(product);
  await deliverAll();
  await adasKey(product);
  expect(await forgetOldAlerts(product.deps)).toBe(0);
  product.wait(7 * DAY + 1);
  expect(await forgetOldAlerts(product.deps)).toBe(1);
  expect(await alertsIn(product)).toBe(1);
});
