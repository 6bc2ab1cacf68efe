import { beforeAll, describe, expect, it } from "vitest";
import { createCaller } from "../../src/index";
import { newOperator, operatorCalls } from "../support/operators";
import { keysAlive, newcomer, sessionsOf, signIn } from "../support/people";
import { adasKey, openProduct, sender, type Cast, type Product } from "../support/product";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const as = (person: Cast["ada"]) => ({ ...product, ada: person });

describe("who may do what operators do", () => {
  it("are operators, in a browser", async () => {
    const { caller } = await newOperator(product);
    expect(operatorCalls.length).toBeGreaterThan(9);
    for (const [name, call] of operatorCalls) await expect(call(caller), name).resolves.toBeDefined();
  });

  it.each(operatorCalls)("is nobody else: %s", async (_, call) => {
    const { person } = await newOperator(product);
    const { apiKey } = await adasKey(as(person));
    const notOne = await newcomer(product);
    await expect(call(product.terminal)).rejects.toThrow("Sign in first");
    await expect(call(product.withKey(apiKey))).rejects.toThrow("Sign in first");
    // Signed in, but by no browser: an identity provider's JWT, or a session that is sent as a bearer token.
    await expect(call(product.as(person))).rejects.toThrow("Sign in first");
    const { sessionId } = await signIn(product, person);
    const withToken = createCaller({
      deps: product.deps,
      sender,
      bearerToken: "a session token",
      findSignedIn: () => Promise.resolve({ person, signedInAt: product.deps.now(), sessionId }),
    });
    await expect(call(withToken)).rejects.toThrow("Sign in first");
    await expect(call(notOne.caller)).rejects.toThrow("This is for the operators of this server");
  });

  it.each(operatorCalls)("is nobody who was one a moment ago: %s", async (_, call) => {
    const { person, caller } = await newOperator(product);
    await product.database.prisma.user.update({ where: { id: person.id }, data: { operatorSince: null } });
    await expect(call(caller)).rejects.toThrow("This is for the operators of this server");
    const locked = await newOperator(product);
    const where = { id: locked.person.id };
    await product.database.prisma.user.update({ where, data: { lockedAt: new Date() } });
    await expect(call(locked.caller)).rejects.toThrow("This is for the operators of this server");
  });

  it("is nobody who signed in long ago, for what changes something", async () => {
    const { caller } = await newOperator(product);
    const { person } = await newcomer(product);
    product.wait(25 * 60 * 60);
    await expect(caller.admin.people.lock({ id: person.id })).rejects.toThrow("You signed in a while ago");
    expect((await caller.admin.people.show({ id: person.id })).lockedAt).toBeNull();
    product.wait(-25 * 60 * 60);
  });
});

describe("an operator", () => {
  it("locks somebody, who loses everything, and opens the account again", async () => {
    const { person: operator, caller } = await newOperator(product);
    const { person } = await newcomer(product);
    const { apiKey } = await adasKey(as(person));
    expect(await caller.admin.people.lock({ id: person.id })).toEqual({ sessions: 1, devices: 1 });
    expect(await caller.admin.people.lock({ id: person.id })).toBeNull();
    expect(await sessionsOf(product, person)).toEqual([]);
    expect((await product.terminal.keys.verify({ apiKey })).kind).toBe("revoked");

    const events = await caller.admin.activity.list({ person: { id: person.id } });
    const locked = events.items.find(({ kind }) => kind === "account-locked");
    expect(locked).toMatchObject({ email: person.email, actorId: operator.id, actorEmail: operator.email });
    expect(events.items.find(({ kind }) => kind === "device-revoked")).toMatchObject({
      actorId: operator.id,
    });
    // What they did themselves is nobody else's doing.
    expect(events.items.find(({ kind }) => kind === "device-added")).toMatchObject({ actorEmail: null });

    expect(await caller.admin.people.unlock({ id: person.id })).toBe(true);
    expect(await caller.admin.people.unlock({ id: person.id })).toBe(false);
    const { caller: theirs } = await signIn(product, person);
    // Which operator it was, and where they sit, is not the person's matter.
    const seen = await theirs.activity.list({});
    expect(seen.items.map(({ kind }) => kind)).toContain("account-locked");
    expect(JSON.stringify(seen)).not.toContain(operator.id);
    for (const item of seen.items) expect(Object.keys(item).join()).not.toMatch(/actor/);
  });

  it("cannot lock themselves", async () => {
    const { person, caller } = await newOperator(product);
    await expect(caller.admin.people.lock({ id: person.id })).rejects.toThrow("You cannot lock yourself out");
    expect((await caller.admin.people.show({ id: person.id })).lockedAt).toBeNull();
  });

  it("revokes one device, or all, and signs somebody out of browsers or of everything", async () => {
    const { caller } = await newOperator(product);
    const { person } = await newcomer(product);
    const [first, second] = [await adasKey(as(person)), await adasKey(as(person))];
    const one = { personId: person.id, deviceId: first.device.id };
    // Somebody else's device is not found among theirs.
    expect(await caller.admin.devices.revoke({ ...one, personId: "grace" })).toBe(false);
    expect(await keysAlive(product, person)).toBe(2);
    expect(await caller.admin.devices.revoke(one)).toBe(true);
    expect(await caller.admin.devices.revoke(one)).toBe(false);
    expect((await product.terminal.keys.verify(first)).kind).toBe("revoked");
    expect((await product.terminal.keys.verify(second)).kind).toBe("valid");
    const signedOut = await caller.admin.people.signOut({ id: person.id, devices: false });
    expect(signedOut).toEqual({ sessions: 1, devices: 0 });
    expect(await caller.admin.people.revokeDevices({ personId: person.id })).toEqual({ revoked: 1 });
    expect((await product.terminal.keys.verify(second)).kind).toBe("revoked");
    await adasKey(as(person));
    await signIn(product, person);
    const all = await caller.admin.people.signOut({ id: person.id, devices: true });
    expect(all).toEqual({ sessions: 1, devices: 1 });
  });

  it("is told that somebody is gone", async () => {
    const { caller } = await newOperator(product);
    await expect(caller.admin.people.show({ id: "nobody" })).rejects.toThrow("This person is gone");
    await expect(caller.admin.people.lock({ id: "nobody" })).rejects.toThrow("This person is gone");
  });
});
