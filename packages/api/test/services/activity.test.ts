import { createHash, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { activityGroups, activityKinds, lockPerson, removeClient, unlockPerson } from "../../src/index";
import { addClient, approvedCode, authorizationRequest, pkce, renewableKey } from "../support/oauth";
import {
  adasKey,
  approvedLogin,
  atOnce,
  openProduct,
  reviewedLogin,
  type Cast,
  type Product,
} from "../support/product";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const rows = () => product.database.prisma.activity.findMany({ orderBy: { id: "asc" } });

/** What an action wrote, the oldest first; and what it answered. */
async function during<T>(action: () => Promise<T>) {
  const last = (await rows()).at(-1)?.id ?? 0n;
  const answer = await action();
  const events = (await rows()).filter(({ id }) => id > last);
  return { answer, events, kinds: events.map(({ kind }) => kind) };
}

const browser = () => product.as(product.ada);
const start = () => product.terminal.logins.start({ deviceName: "ada-thinkpad" });

/** A session, as better-auth writes it. */
const signIn = () =>
  product.database.prisma.session.create({
    data: {
      id: randomBytes(8).toString("hex"),
      token: randomBytes(16).toString("hex"),
      userId: product.ada.id,
      expiresAt: new Date(Date.now() + 60_000),
      ipAddress: "203.0.113.24",
      userAgent: "a browser",
    },
  });

interface Case {
  action: string;
  /** What must have happened before; the action itself, to be run then. */
  given: () => Promise<() => Promise<unknown>>;
  writes: (keyof typeof activityKinds)[];
  /** What the last event says besides. */
  about?: object;
}

const anyId = expect.any(String) as string;
const anyTime = expect.any(Date) as Date;
const ada = { userId: "ada" };
const thinkpad = { ...ada, deviceName: "ada-thinkpad", clientId: "alprina-cli" };

const cases: Case[] = [
  {
    action: "a login is started",
    given: () => Promise.resolve(start),
    writes: ["login-started"],
    about: { userId: null, deviceName: "ada-thinkpad", clientId: "alprina-cli", grantId: anyId },
  },
  {
    action: "a code is reviewed",
    given: async () => {
      const { userCode } = await start();
      return () => browser().grants.review({ userCode });
    },
    writes: ["login-reviewed"],
    about: { ...thinkpad, grantId: anyId },
  },
  {
    action: "a code is reviewed again by the same person",
    given: async () => {
      const { userCode } = await reviewedLogin(product);
      return () => browser().grants.review({ userCode });
    },
    writes: [],
  },
  {
    action: "a code of somebody else is reviewed",
    given: async () => {
      const { userCode } = await reviewedLogin(product);
      return () => product.as(product.mallory).grants.review({ userCode });
    },
    writes: [],
  },
  {
    action: "a login is approved",
    given: async () => {
      const { grantId } = await reviewedLogin(product);
      return () => browser().grants.decide({ grantId, decision: "approve" });
    },
    writes: ["login-approved"],
    about: { ...thinkpad, grantId: anyId },
  },
  {
    action: "a login is denied",
    given: async () => {
      const { grantId } = await reviewedLogin(product);
      return () => browser().grants.decide({ grantId, decision: "deny" });
    },
    writes: ["login-denied"],
    about: thinkpad,
  },
  {
    action: "a login is denied because it was somebody else's",
    given: async () => {
      const { grantId } = await reviewedLogin(product);
      return () => browser().grants.decide({ grantId, decision: "deny", wasNotMe: true });
    },
    writes: ["login-disowned"],
    about: thinkpad,
  },
  {
    action: "a login is decided that was decided before",
    given: async () => {
      const { grantId } = await reviewedLogin(product);
      await browser().grants.decide({ grantId, decision: "deny" });
      return () => browser().grants.decide({ grantId, decision: "approve" });
    },
    writes: [],
  },
  {
    action: "a login that expired is decided",
    given: async () => {
      const { grantId } = await reviewedLogin(product);
      product.wait(901);
      return () => browser().grants.decide({ grantId, decision: "approve" });
    },
    writes: [],
  },
  {
    action: "a code that is over is entered",
    given: async () => {
      const { userCode } = await approvedLogin(product);
      return () => browser().grants.review({ userCode });
    },
    writes: ["dead-code-tried"],
    about: { ...thinkpad, detail: "approved" },
  },
  {
    action: "an approved login is polled fifty times at once",
    given: async () => {
      const { deviceCode } = await approvedLogin(product);
      return () => atOnce(50, () => product.terminal.logins.poll({ deviceCode }));
    },
    writes: ["device-added"],
    about: { ...thinkpad, deviceId: anyId, grantId: anyId },
  },
  {
    action: "a pending login is polled",
    given: async () => {
      const { deviceCode } = await reviewedLogin(product);
      return () => product.terminal.logins.poll({ deviceCode });
    },
    writes: [],
  },
  {
    action: "a dashboard code is issued",
    given: () => Promise.resolve(() => browser().dashboardCodes.issue()),
    writes: ["dashboard-code-issued"],
    about: ada,
  },
  {
    action: "a dashboard code is redeemed fifty times at once",
    given: async () => {
      const { code } = await browser().dashboardCodes.issue();
      const facts = { deviceName: "ada-thinkpad", offersConfirmation: false };
      return () =>
        atOnce(50, () => product.terminal.dashboardCodes.redeem({ dashboardCode: code, ...facts }));
    },
    writes: ["device-added"],
    about: thinkpad,
  },
  {
    action: "a dashboard code is entered by a terminal that waits",
    given: async () => {
      const { code } = await browser().dashboardCodes.issue();
      const facts = { deviceName: "ada-thinkpad", offersConfirmation: true };
      return () =>
        atOnce(20, () => product.terminal.dashboardCodes.redeem({ dashboardCode: code, ...facts }));
    },
    writes: ["dashboard-code-used"],
    about: { ...thinkpad, grantId: anyId },
  },
  {
    action: "a program with a browser beside it is approved",
    given: () => Promise.resolve(() => approvedCode(product, { deviceName: "ada-thinkpad" })),
    writes: ["login-approved"],
    about: thinkpad,
  },
  {
    action: "a program with a browser beside it is denied, which changes nothing else",
    given: () => {
      const request = authorizationRequest(pkce().challenge, { deviceName: "ada-thinkpad" });
      return Promise.resolve(() => browser().authorizations.decide({ request, decision: "deny" }));
    },
    writes: ["login-denied"],
    about: thinkpad,
  },
  {
    action: "an authorization code is redeemed, and then once more",
    given: async () => {
      const code = await approvedCode(product, { deviceName: "ada-thinkpad" });
      return async () => {
        await product.terminal.authorizations.redeem(code);
        await product.terminal.authorizations.redeem(code);
      };
    },
    writes: ["device-added", "device-revoked"],
    about: { ...thinkpad, detail: "its authorization code was used twice" },
  },
  {
    action: "a key is renewed",
    given: async () => {
      const { refreshToken } = await renewableKey(product);
      return () => product.terminal.tokens.renew({ client: { clientId: "alprina-cli" }, refreshToken });
    },
    writes: [],
  },
  {
    action: "a refresh token comes again after its minute",
    given: async () => {
      const { refreshToken } = await renewableKey(product, { deviceName: "ada-thinkpad" });
      const renew = () =>
        product.terminal.tokens.renew({ client: { clientId: "alprina-cli" }, refreshToken });
      await renew();
      product.wait(61);
      return () => atOnce(10, renew);
    },
    writes: ["device-revoked"],
    about: { ...thinkpad, detail: "a refresh token was used twice" },
  },
  {
    action: "a device is renamed",
    given: async () => {
      const { device } = await adasKey(product);
      return () => browser().devices.rename({ id: device.id, name: "kitchen laptop" });
    },
    writes: ["device-renamed"],
    about: { ...thinkpad, deviceName: "kitchen laptop", detail: "ada-thinkpad" },
  },
  {
    action: "a device gets the name that it has",
    given: async () => {
      const { device } = await adasKey(product);
      return () => browser().devices.rename({ id: device.id, name: "ada-thinkpad" });
    },
    writes: [],
  },
  {
    action: "a device of somebody else is renamed or revoked",
    given: async () => {
      const { device } = await adasKey(product);
      const mallory = product.as(product.mallory);
      return () =>
        Promise.allSettled([
          mallory.devices.rename({ id: device.id, name: "mine" }),
          mallory.devices.revoke(device),
        ]);
    },
    writes: [],
  },
  {
    action: "a device is revoked twenty times at once",
    given: async () => {
      const { device } = await adasKey(product);
      return () => atOnce(20, () => browser().devices.revoke(device));
    },
    writes: ["device-revoked"],
    about: { ...thinkpad, deviceId: anyId },
  },
  {
    action: "a terminal signs itself out",
    given: async () => {
      const { apiKey } = await adasKey(product);
      return () => product.terminal.keys.revoke({ apiKey });
    },
    writes: ["device-revoked"],
    about: thinkpad,
  },
  {
    action: "a terminal revokes its token in OAuth's dialect",
    given: async () => {
      const { refreshToken } = await renewableKey(product, { deviceName: "ada-thinkpad" });
      return () =>
        product.terminal.tokens.revoke({ client: { clientId: "alprina-cli" }, token: refreshToken });
    },
    writes: ["device-revoked"],
    about: thinkpad,
  },
  {
    action: "all devices but one are revoked",
    given: async () => {
      const kept = await adasKey(product);
      await browser().devices.revokeOthers({ keepId: kept.device.id });
      await adasKey(product);
      await adasKey(product);
      return () => browser().devices.revokeOthers({ keepId: kept.device.id });
    },
    writes: ["device-revoked", "device-revoked"],
    about: thinkpad,
  },
  {
    action: "a browser signs in",
    given: () => Promise.resolve(signIn),
    writes: ["signed-in"],
    about: ada,
  },
  {
    action: "everything is signed out",
    given: async () => {
      const kept = await adasKey(product);
      await browser().devices.revokeOthers({ keepId: kept.device.id });
      return () => browser().me.signOutEverywhere({ devices: true, keepThisBrowser: false });
    },
    writes: ["sessions-ended", "device-revoked"],
    about: thinkpad,
  },
];

describe("an event is written with its change, once", () => {
  it.each(cases)("when $action", async ({ given, writes, about }) => {
    const action = await given();
    const { events, kinds } = await during(action);
    expect(kinds).toEqual(writes);
    for (const event of events) {
      expect(event).toMatchObject({
        ipAddress: "203.0.113.24",
        userAgent: "a browser",
        at: anyTime,
      });
    }
    if (about) expect(events.at(-1)).toMatchObject(about);
  });

  it("when an operator locks and opens an account, from nowhere", async () => {
    await adasKey(product);
    await browser().devices.revokeOthers({ keepId: (await adasKey(product)).device.id });
    const locked = await during(() => atOnce(5, () => lockPerson(product.deps, product.ada.email)));
    expect(locked.kinds).toEqual(["account-locked", "device-revoked"]);
    expect(locked.events[1]).toMatchObject({
      ...thinkpad,
      detail: "the account was locked",
      ipAddress: null,
    });
    const opened = await during(() => atOnce(5, () => unlockPerson(product.deps, product.ada.email)));
    expect(opened.kinds).toEqual(["account-unlocked"]);
    expect(opened.events[0]).toMatchObject({ ...ada, ipAddress: null, userAgent: null });
  });

  it("when an operator removes a program, for each device of it", async () => {
    const client = await addClient(product);
    const { deviceCode, userCode } = await product.terminal.logins.start({
      client,
      deviceName: "ada-thinkpad",
    });
    const answer = await browser().grants.review({ userCode });
    if (answer.kind !== "pending") throw new Error(answer.kind);
    await browser().grants.decide({ grantId: answer.request.id, decision: "approve" });
    await product.terminal.logins.poll({ deviceCode, client });
    const removed = await during(() => removeClient(product.deps, client.clientId));
    expect(removed.kinds).toEqual(["device-revoked"]);
    expect(removed.events[0]).toMatchObject({
      ...ada,
      clientId: client.clientId,
      detail: "the program was removed",
    });
  });

  it.each([1, 2, 3])("when approve and deny race: one decision, one event (%i)", async () => {
    const { grantId } = await reviewedLogin(product);
    const { answer, kinds } = await during(() =>
      atOnce(20, (index) => browser().grants.decide({ grantId, decision: index % 2 ? "approve" : "deny" })),
    );
    const won = answer.filter(({ kind }) => kind === "approved" || kind === "denied");
    expect(kinds).toEqual([`login-${won[0]?.kind}`]);
    expect(won).toHaveLength(1);
  });

  it("when two people review one code at once: one is bound, and the start is theirs", async () => {
    const { userCode } = await start();
    const { answer, events } = await during(() =>
      atOnce(20, (index) => product.as(index % 2 ? product.ada : product.grace).grants.review({ userCode })),
    );
    expect(answer.filter(({ kind }) => kind === "pending")).toHaveLength(10);
    expect(events.map(({ kind }) => kind)).toEqual(["login-reviewed"]);
    const started = await product.database.prisma.activity.findFirst({
      where: { kind: "login-started", grantId: events[0]?.grantId },
    });
    expect(started?.userId).toBe(events[0]?.userId);
  });
});

describe("a refusal over budget", () => {
  it("is an event at the first refusal of a window, and not at the thousandth", async () => {
    // 120 starts a minute, times 1/60: two.
    const strict = await openProduct({}, { limitFactor: 1 / 60 });
    await Promise.allSettled(Array.from({ length: 30 }, () => strict.terminal.logins.start({})));
    const events = await strict.database.prisma.activity.findMany({ where: { kind: "over-budget" } });
    expect(events).toEqual([
      expect.objectContaining({ detail: "start-login:address", ipAddress: "203.0.113.24", userId: null }),
    ]);
    const guess = () => strict.as(strict.ada).grants.review({ userCode: "BCDF-GHJK" });
    for (let tries = 0; tries < 5; tries++) await guess().catch(() => undefined);
    expect(await strict.as(strict.ada).activity.list({})).toMatchObject({
      items: [{ kind: "over-budget", detail: "user-code:person" }],
    });
  });
});

describe("a person's list", () => {
  const kindsOf = ({ items }: { items: { kind: string }[] }) => items.map(({ kind }) => kind);

  it("tells a whole login from its start, though nobody was known then", async () => {
    const fresh = await openProduct();
    await fresh.terminal.logins.start({ deviceName: "nobody's" });
    await adasKey(fresh);
    const list = await fresh.as(fresh.ada).activity.list({});
    expect(kindsOf(list)).toEqual(["device-added", "login-approved", "login-reviewed", "login-started"]);
    expect(list.next).toBeNull();
    expect(await fresh.as(fresh.mallory).activity.list({})).toEqual({ items: [], next: null });
  });

  it("is filtered by kind, time and device; a device's events begin before there was a device", async () => {
    const fresh = await openProduct();
    const { device } = await adasKey(fresh);
    await adasKey(fresh);
    const list = (query: object) => fresh.as(fresh.ada).activity.list(query);
    expect(kindsOf(await list({ deviceId: device.id }))).toEqual([
      ...["device-added", "login-approved", "login-reviewed", "login-started"],
    ]);
    expect(kindsOf(await list({ kinds: ["device-added"] }))).toEqual(["device-added", "device-added"]);
    expect(kindsOf(await list({ from: new Date(Date.now() + 60_000) }))).toEqual([]);
    expect(kindsOf(await list({ until: new Date(Date.now() - 60_000) }))).toEqual([]);
    const stranger = fresh.as(fresh.mallory);
    expect(await stranger.activity.list({ deviceId: device.id })).toEqual({ items: [], next: null });
  });

  it("comes in pages that neither repeat nor leave out", async () => {
    const fresh = await openProduct();
    await adasKey(fresh);
    await adasKey(fresh);
    const whole = (await fresh.as(fresh.ada).activity.list({})).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await fresh.as(fresh.ada).activity.list({ limit: 3, cursor });
      paged.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      cursor = page.next;
      // What happens meanwhile comes at the top, and moves nothing.
      await fresh.terminal.logins.start({});
    }
    expect(paged).toEqual(whole);
  });
});

describe("somebody who is deleted", () => {
  it("leaves that something happened, and not to whom, with what or where", async () => {
    const fresh = await openProduct();
    const { device } = await adasKey(fresh);
    await fresh.as(fresh.ada).devices.rename({ id: device.id, name: "kitchen laptop" });
    await fresh.database.prisma.user.delete({ where: { id: "ada" } });
    const left = await fresh.database.prisma.activity.findMany();
    expect(left).toHaveLength(5);
    for (const row of left) {
      expect(row).toMatchObject({ userId: null, deviceName: null, grantId: null, ipAddress: null });
      expect(row).toMatchObject({ place: null, network: null, userAgent: null, detail: null });
    }
  });
});

describe("the table", () => {
  it("holds no code, key, token or password, as itself or as its hash", async () => {
    const fresh = await openProduct();
    const secrets: (string | null | undefined)[] = [];
    const login = await approvedLogin(fresh);
    const polled = await fresh.terminal.logins.poll(login);
    await fresh.as(fresh.ada).grants.review(login);
    const { code } = await fresh.as(fresh.ada).dashboardCodes.issue();
    const redeemed = await fresh.terminal.dashboardCodes.redeem({
      dashboardCode: code,
      offersConfirmation: false,
    });
    const authorization = await approvedCode(fresh);
    const renewable = await renewableKey(fresh);
    const renew = () =>
      fresh.terminal.tokens.renew({
        client: { clientId: "alprina-cli" },
        refreshToken: renewable.refreshToken,
      });
    const renewed = await renew();
    fresh.wait(61);
    await renew();
    secrets.push(login.deviceCode, login.userCode, login.userCode.replace("-", ""), code);
    secrets.push(polled.kind === "approved" ? polled.issued.apiKey : undefined);
    secrets.push(redeemed.kind === "key" ? redeemed.issued.apiKey : undefined);
    secrets.push(authorization.code, authorization.codeVerifier, renewable.apiKey, renewable.refreshToken);
    secrets.push(renewable.idToken);
    secrets.push(
      ...(renewed.kind === "key" ? [renewed.issued.apiKey, renewed.issued.refreshToken] : [undefined]),
    );
    const session = await fresh.database.prisma.session.create({
      data: { id: "s1", token: randomBytes(16).toString("hex"), userId: "ada", expiresAt: new Date() },
    });
    secrets.push(session.token);

    const all = await fresh.database.prisma.activity.findMany();
    expect(all.length).toBeGreaterThan(10);
    const text = JSON.stringify(all, (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
    for (const secret of secrets) {
      if (!secret) throw new Error(`Nothing to look for at ${secrets.indexOf(secret)}`);
      expect(text).not.toContain(secret);
      for (const encoding of ["hex", "base64", "base64url"] as const)
        expect(text).not.toContain(createHash("sha256").update(secret).digest(encoding));
    }
  });
});

describe("the groups of kinds", () => {
  it("hold every kind once", () => {
    const grouped = Object.values(activityGroups).flatMap(({ kinds }): readonly string[] => kinds);
    expect([...grouped].sort()).toEqual(Object.keys(activityKinds).sort());
  });
});
