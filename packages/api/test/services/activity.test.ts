import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { activityGroups, activityKinds, type ActivityKind } from "../../src/index";
import { changesOf } from "../support/changes";
import { approvedCode, renewableKey } from "../support/oauth";
import { adasKey, approvedLogin, atOnce, openProduct, reviewedLogin, sender } from "../support/product";

const product = await openProduct();

const rows = () => product.database.prisma.activity.findMany({ orderBy: { id: "asc" } });

/** What an action wrote, the oldest first; and what it answered. */
async function during<T>(action: () => Promise<T>) {
  const last = (await rows()).at(-1)?.id ?? 0n;
  const answer = await action();
  const events = (await rows()).filter(({ id }) => id > last);
  return { answer, events, kinds: events.map(({ kind }) => kind) };
}

const changes = changesOf(product);
const browser = () => product.as(product.ada);
const start = () => product.terminal.logins.start({ deviceName: "ada-thinkpad" });

describe("an event is written with its change, once", () => {
  it.each(changes)("when $action", async ({ given, times = 1, writes, about = {}, isOperators }) => {
    const action = await given();
    const { events, kinds } = await during(() => atOnce(times, action));
    expect(kinds).toEqual(writes);
    const from = isOperators ? { ipAddress: null, userAgent: null } : sender;
    for (const event of events) expect(event).toMatchObject({ ...from, at: expect.any(Date) as Date });
    if (events.length > 0) expect(events.at(-1)).toMatchObject(about);
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

describe("the kinds", () => {
  it("are each written by a test above, or by one of whoever else writes it", () => {
    const elsewhere: ActivityKind[] = [
      // Above, in "a refusal over budget".
      "over-budget",
      // Where passwords are: apps/web.
      "sign-in-failed",
      "password-changed",
      // account.test.ts: it is nobody's, and so in no list of theirs.
      "account-deleted",
    ];
    const written = new Set([...elsewhere, ...changes.flatMap(({ writes }) => writes)]);
    expect([...written].sort()).toEqual(Object.keys(activityKinds).sort());
  });

  it("stand in docs/activity.md, in their order", () => {
    const guide = readFileSync(join(import.meta.dirname, "../../../../docs/activity.md"), "utf8");
    const named = [...guide.matchAll(/^\| `([a-z][a-z-]+)` /gm)].map(([, kind]) => kind);
    expect(named).toEqual(Object.keys(activityKinds));
  });
});

describe("the groups of kinds", () => {
  it("hold every kind once", () => {
    const grouped = Object.values(activityGroups).flatMap(({ kinds }): readonly string[] => kinds);
    expect([...grouped].sort()).toEqual(Object.keys(activityKinds).sort());
  });
});
