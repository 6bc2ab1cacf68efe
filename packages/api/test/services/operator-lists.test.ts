import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "../../src/index";
import { newOperator } from "../support/operators";
import { newcomer } from "../support/people";
import { adasKey, openProduct, reviewedLogin, type Cast, type Product } from "../support/product";

let product: Product & Cast;
let operator: Awaited<ReturnType<typeof newOperator>>;
let caller: Caller;
beforeAll(async () => {
  product = await openProduct();
  operator = await newOperator(product);
  caller = operator.caller;
});

const as = (person: Cast["ada"]) => ({ ...product, ada: person });

/** Every page of a list, one after the other. */
async function wholeList<Item>(read: (cursor?: string) => Promise<{ items: Item[]; next: string | null }>) {
  const pages: Item[][] = [];
  for (let cursor: string | undefined, isOver = false; !isOver;) {
    const { items, next } = await read(cursor);
    pages.push(items);
    isOver = next === null;
    cursor = next ?? undefined;
  }
  return { items: pages.flat(), pages: pages.length };
}

describe("the list of people", () => {
  it("goes on page by page, the newest first, each once, however many came at the same time", async () => {
    const mark = randomUUID();
    const createdAt = new Date("2026-11-20T10:00:00.000Z");
    await product.database.prisma.user.createMany({
      data: Array.from({ length: 120 }, (_, n) => ({
        id: randomUUID(),
        name: `Person ${n}`,
        email: `${n}-${mark}@example.com`,
        createdAt: new Date(createdAt.getTime() + Math.floor(n / 40)),
      })),
    });
    const { items, pages } = await wholeList((cursor) => caller.admin.people.list({ words: mark, cursor }));
    expect(pages).toBe(3);
    expect(new Set(items.map(({ id }) => id)).size).toBe(120);
    const times = items.map((person) => person.createdAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it("is searched by a part of the address or of the name, and what a pattern would mean means itself", async () => {
    const { person } = await newcomer(product);
    const part = person.email.slice(4, 24).toUpperCase();
    expect((await caller.admin.people.list({ words: ` ${part} ` })).items).toMatchObject([{ id: person.id }]);
    const named = await caller.admin.people.list({ words: "grace HOP" });
    expect(named.items).toMatchObject([{ id: "grace", fullName: "Grace Hopper" }]);
    for (const words of ["%", "_", "\\", "'"]) {
      expect((await caller.admin.people.list({ words })).items, words).toEqual([]);
    }
  });

  it("takes anything for words, and any time for the end of a page", async () => {
    const anything = "\u0000\ud800' OR 1=1 --";
    expect((await caller.admin.people.list({ words: anything })).items).toEqual([]);
    expect((await caller.admin.devices.list({ words: anything })).items).toEqual([]);
    expect((await caller.admin.activity.list({ ipAddress: anything })).items).toEqual([]);
    await expect(caller.admin.activity.list({ person: anything })).rejects.toThrow("Nobody here has");
    const end = "9999999999999.00000000-0000-4000-8000-000000000007";
    expect((await caller.admin.people.list({ cursor: end })).items).not.toEqual([]);
    await expect(caller.admin.devices.list({ cursor: end })).resolves.toBeDefined();
  });

  it("says what is signed in as whom, and finds the locked, and the operators", async () => {
    const { person } = await newcomer(product);
    await adasKey(as(person));
    const [found] = (await caller.admin.people.list({ words: person.email })).items;
    expect(found).toMatchObject({ browsers: 1, devices: 1, operatorSince: null, lockedAt: null });
    await caller.admin.people.lock({ id: person.id });
    const locked = await caller.admin.people.list({ which: "locked" });
    expect(locked.items).toMatchObject([{ id: person.id, browsers: 0, devices: 0 }]);
    const operators = (await caller.admin.people.list({ which: "operators" })).items.map(({ id }) => id);
    // Ada was the first person here.
    expect(operators).toEqual([operator.person.id, "ada"]);
  });
});

describe("the list of devices", () => {
  it("has everybody's, with whose they are, by words and by whether they still work", async () => {
    const { person } = await newcomer(product);
    const { device } = await adasKey(as(person));
    const { device: over } = await adasKey(as(person));
    await caller.admin.devices.revoke({ personId: person.id, deviceId: over.id });
    const of = async (which?: "active" | "ended") =>
      (await caller.admin.devices.list({ words: person.email, which })).items;
    expect(await of("active")).toMatchObject([
      { id: device.id, owner: { id: person.id, email: person.email } },
    ]);
    expect(await of("ended")).toMatchObject([{ id: over.id, status: "revoked" }]);
    expect((await of()).map(({ id }) => id)).toEqual([over.id, device.id]);
    const byName = await caller.admin.devices.list({ words: "ADA-THINK", which: "active" });
    expect(byName.items.map(({ id }) => id)).toContain(device.id);
    expect(JSON.stringify(byName)).not.toMatch(/hash/i);
  });

  it("goes on page by page", async () => {
    const { person } = await newcomer(product);
    const ids = Array.from({ length: 60 }, () => randomUUID());
    await product.database.prisma.apiKey.createMany({
      data: ids.map((id) => ({
        ...{ id, userId: person.id, clientId: "alprina-cli", keyHash: Buffer.from(id), visibleStart: "a" },
        ...{ name: "one of many", createdAt: new Date(), expiresAt: new Date(Date.now() + 60_000) },
      })),
    });
    const { items, pages } = await wholeList((cursor) =>
      caller.admin.devices.list({ words: person.email, cursor }),
    );
    expect(pages).toBe(2);
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(ids));
  });
});

describe("what an operator reads besides", () => {
  it("is one person with their browsers and devices", async () => {
    const { person } = await newcomer(product);
    const { device } = await adasKey(as(person));
    expect(await caller.admin.people.show({ id: person.id })).toMatchObject({
      email: person.email,
      waysToSignIn: ["password"],
      sessions: [{ isCurrent: false, ipAddress: "203.0.113.24" }],
      keys: [{ id: device.id, name: "ada-thinkpad" }],
    });
  });

  it("is the clients, without what their secrets are held against", async () => {
    const clients = await caller.admin.clients.list();
    expect(clients).toMatchObject([{ id: "alprina-cli", name: "Alprina CLI" }]);
    expect(JSON.stringify(clients)).not.toMatch(/hash/i);
  });

  it("is everybody's activity, by kind and by person", async () => {
    const { person } = await newcomer(product);
    const { items } = await caller.admin.activity.list({ person: person.email, kinds: ["signed-in"] });
    expect(items).toMatchObject([{ kind: "signed-in", userId: person.id }]);
  });

  it("is figures that count what there is", async () => {
    const before = await caller.admin.figures();
    await reviewedLogin(product);
    const { person } = await newcomer(product);
    await adasKey(as(person));
    // The former answer is for a few seconds.
    product.wait(5);
    const now = await caller.admin.figures();
    expect(now).toMatchObject({
      waitingLogins: before.waitingLogins + 1,
      devices: before.devices + 1,
      people: before.people + 1,
      browsers: before.browsers + 1,
      operators: 2,
    });
    expect(now.events["device-added"]).toBe((before.events["device-added"] ?? 0) + 1);
    expect(await caller.admin.instance()).toBeNull();
  });
});
