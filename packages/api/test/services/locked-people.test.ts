import { beforeAll, describe, expect, it } from "vitest";
import { lockPerson, showPerson, signOutPerson, unlockPerson, type Person } from "../../src/index";
import { adasKey, approvedLogin, openProduct, type Cast, type Product } from "../support/product";
import { approvedCode, OWN, renewableKey } from "../support/oauth";
import { keysAlive, kindsOf, newcomer, sessionsOf, signIn } from "../support/people";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const as = (person: Person) => ({ ...product, ada: person });
const lock = ({ email }: Person) => lockPerson(product.deps, email);

describe("a locked person", () => {
  it("loses browsers, devices and what they approved, and gets nothing new; unlocked, they sign in anew", async () => {
    const { person, caller } = await newcomer(product);
    const { apiKey } = await adasKey(as(person));
    const approved = await approvedLogin(as(person));
    const code = await caller.dashboardCodes.issue();
    expect(await lock(person)).toEqual({ sessions: 1, devices: 1 });
    expect(await lock(person)).toBeNull();

    expect(await sessionsOf(product, person)).toEqual([]);
    expect((await product.terminal.keys.verify({ apiKey })).kind).toBe("revoked");
    expect((await product.terminal.logins.poll(approved)).kind).not.toBe("approved");
    const redeemed = await product.terminal.dashboardCodes.redeem({
      dashboardCode: code.code,
      offersConfirmation: false,
    });
    expect(redeemed.kind).not.toBe("key");
    await expect(signIn(product, person)).rejects.toThrow();
    const kinds = await kindsOf(product, person);
    expect(kinds.filter((kind) => kind === "account-locked")).toHaveLength(1);
    expect(kinds).toContain("device-revoked");

    // Whatever still speaks for them, such as an identity provider's JWT.
    const known = (await product.deps.store.findPersonByEmail(person.email))!;
    await expect(product.as(known).devices.list()).rejects.toThrow("This account is locked");

    expect(await unlockPerson(product.deps, person.email)).toBe(true);
    expect(await unlockPerson(product.deps, person.email)).toBe(false);
    expect(await kindsOf(product, person)).toContain("account-unlocked");
    await signIn(product, person);
    expect((await product.terminal.keys.verify({ apiKey })).kind).toBe("revoked");
    expect((await product.terminal.logins.poll(approved)).kind).not.toBe("approved");
  });

  it("is nobody else: an address that nobody has is refused", async () => {
    await expect(lockPerson(product.deps, "nobody@example.com")).rejects.toThrow("Nobody here has");
    await expect(showPerson(product.deps, "nobody@example.com")).rejects.toThrow("Nobody here has");
  });

  const ROUNDS = 60;
  const races: [string, (person: Person) => Promise<() => Promise<unknown>>][] = [
    [
      "a poll that redeems a grant",
      async (person) => {
        const approved = await approvedLogin(as(person));
        return () => product.terminal.logins.poll(approved);
      },
    ],
    [
      "the redemption of a dashboard code",
      async (person) => {
        const { code: dashboardCode } = await product.as(person).dashboardCodes.issue();
        return () => product.terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation: false });
      },
    ],
    [
      "the redemption of an authorization code",
      async (person) => {
        const code = await approvedCode(as(person));
        return () => product.terminal.authorizations.redeem(code);
      },
    ],
    [
      "the renewal of a key",
      async (person) => {
        const { refreshToken } = await renewableKey(as(person));
        return () => product.terminal.tokens.renew({ client: OWN, refreshToken: refreshToken ?? "" });
      },
    ],
    ["a sign-in", (person) => Promise.resolve(() => signIn(product, person))],
  ];
  it.each(races)(`keeps no live key and no session after ${ROUNDS} races with %s`, async (_what, prepare) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { person } = await newcomer(product);
      const act = await prepare(person);
      // Either may be first, by a little.
      const locked = lock(person);
      await Promise.allSettled([locked, act(), ...(round % 2 === 0 ? [act()] : [])]);
      expect(await locked).not.toBeNull();
      expect(await keysAlive(product, person)).toBe(0);
      expect(await sessionsOf(product, person)).toEqual([]);
    }
  });
});

describe("a person whom the operator signs out", () => {
  it("keeps their devices unless told, and can sign in again", async () => {
    const { person } = await newcomer(product);
    const { apiKey } = await adasKey(as(person));
    expect(await showPerson(product.deps, person.email)).toMatchObject({
      browsers: 1,
      devices: 1,
      waysToSignIn: ["password"],
    });
    expect(await signOutPerson(product.deps, person.email, { devices: false })).toEqual({
      sessions: 1,
      devices: 0,
    });
    expect((await product.terminal.keys.verify({ apiKey })).kind).toBe("valid");
    await signIn(product, person);
    expect(await signOutPerson(product.deps, person.email, { devices: true })).toEqual({
      sessions: 1,
      devices: 1,
    });
    expect((await product.terminal.keys.verify({ apiKey })).kind).toBe("revoked");
  });
});
