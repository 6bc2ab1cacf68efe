import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../../src/index";
import {
  adasKey,
  approvedLogin,
  atOnce,
  openProduct,
  tally,
  type Cast,
  type Product,
} from "../support/product";
import { inBrowser, kindsOf, newcomer, sessionsOf, signIn } from "../support/people";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const NEXT = "another good password";
const as = (person: Person) => ({ ...product, ada: person });

describe("browsers", () => {
  it("are listed to their person, this one first, and never with a token", async () => {
    const ada = await newcomer(product);
    const other = await signIn(product, ada.person);
    const listed = await ada.caller.sessions.list();
    expect(listed.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [ada.sessionId, true],
      [other.sessionId, false],
    ]);
    expect(Object.keys(listed[0]!).sort()).toEqual([
      ...["id", "ipAddress", "isCurrent", "lastActiveAt", "place", "signedInAt", "userAgent"],
    ]);
  });

  it("are told apart by what they are and where they sit", async () => {
    const ada = await newcomer(product);
    const { sessionId } = await signIn(product, ada.person);
    const data = { ipAddress: "93.184.216.34", userAgent: "another browser" };
    await product.database.prisma.session.update({ where: { id: sessionId }, data });
    const findPlace = () => ({ place: "Berlin, Germany", network: null, asn: null });
    const knowing = { ...product, deps: { ...product.deps, findPlace } };
    const listed = await inBrowser(knowing, ada.person, ada.sessionId, null).sessions.list();
    expect(listed).toMatchObject([
      { ipAddress: "203.0.113.24", userAgent: "a browser", place: null },
      { ...data, place: "Berlin, Germany" },
    ]);
  });

  it("are left out when they have run out", async () => {
    const ada = await newcomer(product);
    const { sessionId } = await signIn(product, ada.person);
    const data = { expiresAt: product.deps.now() };
    await product.database.prisma.session.update({ where: { id: sessionId }, data });
    expect((await ada.caller.sessions.list()).map(({ id }) => id)).toEqual([ada.sessionId]);
  });

  it("are ended once by ten calls, with one event, and by their own person alone", async () => {
    const ada = await newcomer(product);
    const grace = await newcomer(product);
    const { sessionId: id } = await signIn(product, ada.person);
    expect(await grace.caller.sessions.end({ id })).toBe(false);
    const ended = await atOnce(10, () => ada.caller.sessions.end({ id }));
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await sessionsOf(product, ada.person)).toEqual([ada.sessionId]);
    expect((await kindsOf(product, ada.person)).filter((kind) => kind === "sessions-ended")).toHaveLength(1);
  });
});

describe("a changed password", () => {
  it("ends every other browser and what was approved, and leaves devices alone unless told", async () => {
    const ada = await newcomer(product);
    await signIn(product, ada.person);
    const { apiKey } = await adasKey(as(ada.person));
    const approved = await approvedLogin(as(ada.person));
    const input = { oldPassword: ada.password, newPassword: NEXT };
    expect(await ada.caller.me.changePassword({ ...input, devices: false })).toEqual({
      kind: "changed",
      sessions: 1,
      devices: 0,
    });
    expect(await sessionsOf(product, ada.person)).toEqual([ada.sessionId]);
    expect((await product.terminal.keys.verify({ apiKey })).kind).toBe("valid");
    expect((await product.terminal.logins.poll(approved)).kind).not.toBe("approved");
    expect(await kindsOf(product, ada.person)).toContain("password-changed");

    const again = { oldPassword: NEXT, newPassword: ada.password };
    expect(await ada.caller.me.changePassword({ ...again, devices: true })).toMatchObject({ devices: 1 });
    expect((await product.terminal.keys.verify({ apiKey })).kind).toBe("revoked");
  });

  it("wants the old one, a recent sign-in, and eight characters; else nothing changes", async () => {
    const ada = await newcomer(product);
    const other = await signIn(product, ada.person);
    const wanted = { oldPassword: ada.password, newPassword: NEXT, devices: true };
    const wrong = await ada.caller.me.changePassword({ ...wanted, oldPassword: "a guess" });
    expect(wrong).toEqual({ kind: "wrong-password" });
    await expect(ada.caller.me.changePassword({ ...wanted, newPassword: "short" })).rejects.toThrow();
    const longAgo = new Date(product.deps.now().getTime() - 25 * 3_600_000);
    const old = inBrowser(product, ada.person, ada.sessionId, longAgo);
    await expect(old.me.changePassword(wanted)).rejects.toThrow("You signed in a while ago");
    expect(await sessionsOf(product, ada.person)).toHaveLength(2);
    expect(other.sessionId).not.toBe(ada.sessionId);
  });

  it("is refused to somebody who has none", async () => {
    const { caller } = await signIn(product, product.grace);
    expect(await caller.me.waysToSignIn()).toEqual([]);
    const input = { oldPassword: "", newPassword: NEXT, devices: false };
    expect(await caller.me.changePassword(input)).toEqual({ kind: "wrong-password" });
  });

  it("is one of two that are asked for at once", async () => {
    for (let round = 0; round < 20; round++) {
      const ada = await newcomer(product);
      const answers = await atOnce(4, (index) =>
        ada.caller.me.changePassword({
          oldPassword: ada.password,
          newPassword: `${NEXT} ${index}`,
          devices: false,
        }),
      );
      expect(tally(answers)).toEqual({ changed: 1, "wrong-password": 3 });
    }
  });

  it("is no place to guess: over budget, right and wrong are answered alike", async () => {
    const strict = await openProduct({}, { limitFactor: 0.1 });
    const ada = await newcomer(strict);
    const guess = (oldPassword: string) =>
      ada.caller.me.changePassword({ oldPassword, newPassword: NEXT, devices: false });
    for (const _ of [1, 2]) expect(await guess("a guess")).toEqual({ kind: "wrong-password" });
    await expect(guess("a guess")).rejects.toThrow("Too many attempts");
    await expect(guess(ada.password)).rejects.toThrow("Too many attempts");
    const kinds = await kindsOf(strict, ada.person);
    expect(kinds.filter((kind) => kind === "over-budget")).toHaveLength(1);
  });
});

describe("a deleted account", () => {
  it("takes keys, browsers and codes with it, and leaves events of nobody", async () => {
    const ada = await newcomer(product);
    const { apiKey, device } = await adasKey(as(ada.person));
    const approved = await approvedLogin(as(ada.person));
    const code = await ada.caller.dashboardCodes.issue();
    const events = await product.database.prisma.activity.findMany({ where: { userId: ada.person.id } });
    expect(events.length).toBeGreaterThan(3);
    const email = ada.person.email.toUpperCase();
    expect(await ada.caller.me.deleteAccount({ email, password: ada.password })).toEqual({ kind: "deleted" });

    expect((await product.terminal.keys.verify({ apiKey })).kind).not.toBe("valid");
    expect((await product.terminal.logins.poll(approved)).kind).not.toBe("approved");
    const redeemed = product.terminal.dashboardCodes.redeem({
      dashboardCode: code.code,
      offersConfirmation: false,
    });
    expect((await redeemed).kind).not.toBe("key");
    expect(await product.deps.store.findPersonByEmail(email)).toBeNull();
    expect(await sessionsOf(product, ada.person)).toEqual([]);
    const left = await product.database.prisma.activity.findMany({
      where: { id: { in: events.map(({ id }) => id) } },
    });
    expect(left).toHaveLength(events.length);
    for (const event of left) {
      expect(event).toMatchObject({ userId: null, deviceId: null, deviceName: null, ipAddress: null });
      expect(event).toMatchObject({ userAgent: null, detail: null });
    }
    expect(await product.database.prisma.activity.count({ where: { deviceId: device.id } })).toBe(0);
    const deletions = { kind: "account-deleted", userId: null, ipAddress: null };
    expect(await product.database.prisma.activity.count({ where: deletions })).toBe(1);
  });

  it("wants the address typed, the password, and a recent sign-in; else nothing goes", async () => {
    const ada = await newcomer(product);
    const { email } = ada.person;
    const remove = ada.caller.me.deleteAccount;
    expect(await remove({ email: "grace@example.com", password: ada.password })).toEqual({
      kind: "wrong-email",
    });
    expect(await remove({ email, password: "a guess" })).toEqual({ kind: "wrong-password" });
    expect(await remove({ email })).toEqual({ kind: "wrong-password" });
    const longAgo = new Date(product.deps.now().getTime() - 25 * 3_600_000);
    const old = inBrowser(product, ada.person, ada.sessionId, longAgo);
    await expect(old.me.deleteAccount({ email, password: ada.password })).rejects.toThrow("a while ago");
    expect(await product.deps.store.findPersonByEmail(email)).not.toBeNull();
  });

  it("races with everything that its person does, and leaves no key, session or code behind", async () => {
    for (let round = 0; round < 40; round++) {
      const ada = await newcomer(product);
      const own = as(ada.person);
      const [key, approved, code] = [
        await adasKey(own),
        await approvedLogin(own),
        await ada.caller.dashboardCodes.issue(),
      ];
      const results = await Promise.allSettled([
        product.terminal.logins.poll(approved),
        product.terminal.dashboardCodes.redeem({ dashboardCode: code.code, offersConfirmation: false }),
        ada.caller.devices.revoke({ id: key.device.id }),
        ada.caller.dashboardCodes.issue(),
        signIn(product, ada.person),
        ada.caller.me.deleteAccount({ email: ada.person.email, password: ada.password }),
        ada.caller.me.deleteAccount({ email: ada.person.email, password: ada.password }),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
      const { id } = ada.person;
      const prisma = product.database.prisma;
      expect(await prisma.user.count({ where: { id } })).toBe(0);
      expect(await prisma.apiKey.count({ where: { userId: id } })).toBe(0);
      expect(await prisma.session.count({ where: { userId: id } })).toBe(0);
      expect((await product.terminal.keys.verify(key)).kind).not.toBe("valid");
      expect((await product.terminal.logins.poll(approved)).kind).not.toBe("approved");
    }
  });
});
