import { randomUUID } from "node:crypto";
import { openDatabase, type Database } from "@alprina/db";
import { createTestDatabase } from "@alprina/db/testing";
import { afterAll, describe, expect, inject, it } from "vitest";
import { appointOperator, createStore, dismissOperator, lockPerson, unlockPerson } from "../../src/index";
import { newOperator } from "../support/operators";
import { kindsOf, newcomer } from "../support/people";
import { atOnce, openProduct } from "../support/product";

const open: Database[] = [];
afterAll(() => Promise.all(open.map((database) => database.close())));

/** An installation to which nobody has come. */
async function freshInstall() {
  const url = await createTestDatabase(inject("serverUrl"));
  const database = openDatabase({ url, maxConnections: 20, connectionTimeoutMs: 20_000 });
  open.push(database);
  return { ...database, store: createStore(database) };
}

const signUp = ({ prisma }: Database, id: string = randomUUID()) =>
  prisma.user.create({ data: { id, name: "Ada Lovelace", email: `${id}@example.com` } });

describe("the first person of an installation", () => {
  it("is its operator, and nobody who comes later is, the first one's going included", async () => {
    const install = await freshInstall();
    expect(await install.store.awaitsFirstPerson()).toBe(true);
    const first = await signUp(install);
    expect(await install.store.findOperator(first.id)).toEqual({ since: first.createdAt, isFirst: true });
    expect(await install.store.awaitsFirstPerson()).toBe(false);
    const second = await signUp(install);
    expect(await install.store.findOperator(second.id)).toBeNull();
    await install.prisma.user.deleteMany();
    expect(await install.store.awaitsFirstPerson()).toBe(false);
    expect(await install.store.findOperator((await signUp(install)).id)).toBeNull();
  });

  it("is one, however many come at once, by whatever way", async () => {
    for (let round = 0; round < 5; round++) {
      const install = await freshInstall();
      // Warm connections, so that they do come at once.
      await atOnce(16, () => install.prisma.user.count());
      await atOnce(16, async (index) => {
        if (index % 2 === 0) return signUp(install);
        const id = randomUUID();
        const facts = { email: `${id}@example.com`, emailVerified: true, fullName: "Grace Hopper" };
        return install.store.createFederatedPerson({
          id,
          accountId: `https://id.example.com#${id}`,
          ...facts,
        });
      });
      expect(await install.prisma.user.count()).toBe(16);
      const operators = await install.prisma.user.findMany({ where: { operatorSince: { not: null } } });
      expect(operators).toHaveLength(1);
      const { firstPersonId } = await install.prisma.installation.findFirstOrThrow();
      expect(firstPersonId).toBe(operators[0]?.id);
    }
  });

  it("is the next one when the first was undone", async () => {
    const install = await freshInstall();
    const undone = install.prisma.$transaction(async (tx) => {
      await tx.user.create({ data: { id: "undone", name: "", email: "undone@example.com" } });
      throw new Error("undone");
    });
    const [, second] = await Promise.allSettled([undone, signUp(install)]);
    expect(second.status).toBe("fulfilled");
    const operators = await install.prisma.user.findMany({ where: { operatorSince: { not: null } } });
    expect(operators).toMatchObject([{ name: "Ada Lovelace" }]);
  });
});

const product = await openProduct();

describe("the role of an operator", () => {
  it("is given and taken by the command, each once, and written down", async () => {
    const { person } = await newcomer(product);
    const given = await atOnce(6, () => appointOperator(product.deps, person.email));
    expect(given.filter(Boolean)).toHaveLength(1);
    expect(await product.deps.store.findOperator(person.id)).toMatchObject({ isFirst: false });
    const taken = await atOnce(6, () => dismissOperator(product.deps, person.email));
    expect(taken.filter((answer) => answer === "dismissed")).toHaveLength(1);
    expect(taken.filter((answer) => answer === "none")).toHaveLength(5);
    const kinds = (await kindsOf(product, person)).filter((kind) => kind.startsWith("operator-"));
    expect(kinds).toEqual(["operator-made", "operator-removed"]);
  });

  it("stays with the last one who can sign in, also when several are dismissed at once", async () => {
    const install = await freshInstall();
    const deps = { store: install.store, now: () => new Date() };
    const first = await signUp(install);
    expect(await dismissOperator(deps, first.email)).toBe("last");
    const others = await atOnce(5, () => signUp(install));
    const everybody = [first, ...others];
    for (const { email } of others) await appointOperator(deps, email);
    const answers = await Promise.all(everybody.map(({ email }) => dismissOperator(deps, email)));
    expect(answers.filter((answer) => answer === "dismissed")).toHaveLength(5);
    expect(answers.filter((answer) => answer === "last")).toHaveLength(1);
    // A locked one is no help.
    const last = everybody[answers.indexOf("last")]!;
    const locked = others.find(({ id }) => id !== last.id)!;
    await appointOperator(deps, locked.email);
    await lockPerson(deps, locked.email);
    expect(await dismissOperator(deps, last.email)).toBe("last");
    expect(await dismissOperator(deps, locked.email)).toBe("dismissed");
  });
});

describe("operators at the same time", () => {
  const ROUNDS = 20;

  it(`lock somebody once, in ${ROUNDS} rounds of six`, async () => {
    const operators = await atOnce(6, () => newOperator(product));
    for (let round = 0; round < ROUNDS; round++) {
      const { person } = await newcomer(product);
      const answers = await Promise.all(
        operators.map(({ caller }) => caller.admin.people.lock({ id: person.id })),
      );
      expect(answers.filter((answer) => answer !== null)).toEqual([{ sessions: 1, devices: 0 }]);
      expect(await kindsOf(product, person)).toEqual(["signed-in", "account-locked"]);
    }
  });

  it(`lock each other, and one of the two stays, in ${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other] = [await newOperator(product), await newOperator(product)];
      const answers = await Promise.allSettled([
        one.caller.admin.people.lock({ id: other.person.id }),
        other.caller.admin.people.lock({ id: one.person.id }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const where = { id: { in: [one.person.id, other.person.id] }, lockedAt: null };
      expect(await product.database.prisma.user.count({ where })).toBe(1);
    }
  });

  it(`cannot open their own account while they are locked, in ${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other] = [await newOperator(product), await newOperator(product)];
      const id = other.person.id;
      const [locked] = await Promise.allSettled([
        one.caller.admin.people.lock({ id }),
        other.caller.admin.people.unlock({ id }),
      ]);
      expect(locked.status).toBe("fulfilled");
      expect(
        (await product.database.prisma.user.findUniqueOrThrow({ where: { id } })).lockedAt,
      ).not.toBeNull();
    }
  });

  it("leave an open account to one, of those who open it", async () => {
    const operators = await atOnce(6, () => newOperator(product));
    const { person } = await newcomer(product);
    await lockPerson(product.deps, person.email);
    const opened = await Promise.all(
      operators.map(({ caller }) => caller.admin.people.unlock({ id: person.id })),
    );
    expect(opened.filter(Boolean)).toHaveLength(1);
    expect(await unlockPerson(product.deps, person.email)).toBe(false);
  });
});
