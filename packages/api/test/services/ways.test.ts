import { beforeAll, describe, expect, it } from "vitest";
import { changeEmailOf } from "../../src/index";
import { atOnce, openProduct, tally, type Cast, type Product } from "../support/product";
import { inBrowser, kindsOf, newcomer } from "../support/people";
import { addPasskey, dropPassword, linkAccount } from "../support/ways";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct({ signInWays: ["password", "oidc"] });
});

describe("a passkey", () => {
  it("is listed to its person without its key, and its adding is an event with where it was", async () => {
    const ada = await newcomer(product);
    const grace = await newcomer(product);
    const id = await addPasskey(product, ada.person);
    expect(await ada.caller.passkeys.list()).toEqual([
      {
        ...{ id, name: "a laptop", aaguid: null, backedUp: false },
        ...{ createdAt: expect.any(Date) as Date, lastUsedAt: null },
      },
    ]);
    expect(await grace.caller.passkeys.list()).toEqual([]);
    const where = { userId: ada.person.id, kind: "passkey-added" };
    expect(await product.database.prisma.activity.findMany({ where })).toMatchObject([
      { ipAddress: "203.0.113.24", userAgent: "a browser", detail: "a laptop" },
    ]);
  });

  it("is renamed by its own person, with one event that has the former name", async () => {
    const ada = await newcomer(product);
    const grace = await newcomer(product);
    const id = await addPasskey(product, ada.person);
    expect(await grace.caller.passkeys.rename({ id, name: "mine" })).toBe(false);
    await expect(ada.caller.passkeys.rename({ id, name: " \u200b " })).rejects.toThrow("visible");
    expect(await atOnce(10, () => ada.caller.passkeys.rename({ id, name: "my phone" }))).not.toContain(false);
    expect(await ada.caller.passkeys.list()).toMatchObject([{ name: "my phone" }]);
    const where = { userId: ada.person.id, kind: "passkey-renamed" };
    expect(await product.database.prisma.activity.findMany({ where })).toMatchObject([
      { detail: "a laptop" },
    ]);
  });

  it("is removed by one of ten calls of its own person, with one event", async () => {
    const ada = await newcomer(product);
    const grace = await newcomer(product);
    const id = await addPasskey(product, ada.person);
    expect(await grace.caller.passkeys.remove({ id })).toEqual({ kind: "gone" });
    const removed = await atOnce(10, () => ada.caller.passkeys.remove({ id }));
    expect(tally(removed)).toEqual({ removed: 1, gone: 9 });
    const kinds = await kindsOf(product, ada.person);
    expect(kinds.filter((kind) => kind === "passkey-removed")).toHaveLength(1);
  });
});

describe("an account at a provider", () => {
  it("that comes beside another way is an event; the first way of a person is none", async () => {
    const ada = await newcomer(product);
    expect(await kindsOf(product, ada.person)).not.toContain("account-linked");
    const id = await linkAccount(product, ada.person);
    expect(await ada.caller.linkedAccounts.list()).toEqual([
      { id, provider: "oidc", linkedAt: expect.any(Date) as Date },
    ]);
    const where = { userId: ada.person.id, kind: "account-linked" };
    expect(await product.database.prisma.activity.findMany({ where })).toMatchObject([
      { ipAddress: "203.0.113.24", detail: "oidc" },
    ]);
  });

  it("is unlinked by its own person after a recent sign-in; the password never is", async () => {
    const ada = await newcomer(product);
    const grace = await newcomer(product);
    const id = await linkAccount(product, ada.person);
    expect(await grace.caller.linkedAccounts.unlink({ id })).toEqual({ kind: "gone" });
    expect(await ada.caller.linkedAccounts.unlink({ id: ada.person.id })).toEqual({ kind: "gone" });
    const longAgo = new Date(product.deps.now().getTime() - 25 * 3_600_000);
    const old = inBrowser(product, ada.person, ada.sessionId, longAgo);
    await expect(old.linkedAccounts.unlink({ id })).rejects.toThrow("a while ago");
    const unlinked = await atOnce(10, () => ada.caller.linkedAccounts.unlink({ id }));
    expect(tally(unlinked)).toEqual({ removed: 1, gone: 9 });
    const kinds = await kindsOf(product, ada.person);
    expect(kinds.filter((kind) => kind === "account-unlinked")).toHaveLength(1);
    expect(await ada.caller.me.waysToSignIn()).toEqual(["password"]);
  });
});

describe("the only way in", () => {
  it("is not taken away, and what is not offered any more is no way", async () => {
    const ada = await newcomer(product);
    await dropPassword(product, ada.person);
    const id = await linkAccount(product, ada.person);
    await linkAccount(product, ada.person, "github");
    expect(await ada.caller.linkedAccounts.unlink({ id })).toEqual({ kind: "only-way" });
    const passkey = await addPasskey(product, ada.person);
    expect(await ada.caller.linkedAccounts.unlink({ id })).toEqual({ kind: "removed" });
    expect(await ada.caller.passkeys.remove({ id: passkey })).toEqual({ kind: "only-way" });
    expect(await ada.caller.passkeys.list()).toHaveLength(1);
    expect(await kindsOf(product, ada.person)).not.toContain("passkey-removed");
  });

  it("stays when the last two are taken away at once", async () => {
    for (let round = 0; round < 30; round++) {
      const ada = await newcomer(product);
      await dropPassword(product, ada.person);
      const [id, passkey] = [await linkAccount(product, ada.person), await addPasskey(product, ada.person)];
      const answers = await Promise.all([
        ada.caller.linkedAccounts.unlink({ id }),
        ada.caller.passkeys.remove({ id: passkey }),
      ]);
      expect(tally(answers)).toEqual({ removed: 1, "only-way": 1 });
    }
  });
});

describe("an e-mail address", () => {
  it("is changed by the operator, to one that nobody has, and is of no proof then", async () => {
    const [ada, grace] = [await newcomer(product), await newcomer(product)];
    const { prisma } = product.database;
    await prisma.user.update({ where: { id: ada.person.id }, data: { emailVerified: true } });
    const next = `new.${ada.person.email}`;
    const change = (to: string) => changeEmailOf(product.deps, ada.person.email, to);
    await expect(change("no address")).rejects.toThrow("is not an e-mail address");
    await expect(change(grace.person.email.toUpperCase())).rejects.toThrow("Somebody here has");
    await change(` ${next.toUpperCase()} `);
    expect(await product.deps.store.findPerson(ada.person.id)).toMatchObject({
      email: next,
      emailVerified: false,
    });
    await expect(change(next)).rejects.toThrow("Nobody here has");
    const where = { userId: ada.person.id, kind: "email-changed" };
    expect(await prisma.activity.findMany({ where })).toMatchObject([{ detail: ada.person.email }]);
  });

  it("goes to one of two who are given the same one at once", async () => {
    for (let round = 0; round < 10; round++) {
      const [ada, grace] = [await newcomer(product), await newcomer(product)];
      const next = `shared.${ada.person.email}`;
      const answers = await Promise.allSettled(
        [ada, grace].map(({ person }) => changeEmailOf(product.deps, person.email, next)),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });
});

describe("a name", () => {
  it("is changed once by ten calls, with one event that has the former one", async () => {
    const ada = await newcomer(product);
    const answers = await atOnce(10, () => ada.caller.me.rename({ name: "  Ada\u202e  King " }));
    expect(answers[0]).toEqual({ fullName: "Ada King" });
    expect((await product.deps.store.findPerson(ada.person.id))?.fullName).toBe("Ada King");
    const where = { userId: ada.person.id, kind: "name-changed" };
    expect(await product.database.prisma.activity.findMany({ where })).toMatchObject([
      { detail: "Ada Lovelace" },
    ]);
    await expect(ada.caller.me.rename({ name: "\u200b" })).rejects.toThrow("visible");
  });
});
