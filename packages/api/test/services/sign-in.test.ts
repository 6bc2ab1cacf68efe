import { beforeAll, describe, expect, it } from "vitest";
import { beginSignIn, isPasswordUnchanged, noteFailedSignIn, type Sender } from "../../src/index";
import { atOnce, openProduct, type Cast, type Product } from "../support/product";
import { kindsOf, newcomer } from "../support/people";

/** Of 120, 30 and 60,000 points these are 12, 3 and 6,000. */
const TENTH = { limitFactor: 0.1 };
const OVER = { code: "over-budget", options: { retryAfterSeconds: expect.any(Number) as number } };

let strict: Product & Cast;
beforeAll(async () => {
  strict = await openProduct({}, TENTH);
});

let last = 0;
const from = (ipAddress: string): Sender => ({ ipAddress, userAgent: "a browser" });
const fromAnywhere = () => from(`198.51.100.${++last}`);

describe("budgets for guessing passwords", () => {
  it("end for an account, whoever tries from wherever, however the address is written", async () => {
    const { person } = await newcomer(strict);
    const spellings = [person.email, person.email.toUpperCase(), ` ${person.email} `];
    for (const email of spellings) await beginSignIn(strict.deps, fromAnywhere(), email);
    await expect(beginSignIn(strict.deps, fromAnywhere(), person.email)).rejects.toMatchObject(OVER);
    await expect(beginSignIn(strict.deps, fromAnywhere(), person.email)).rejects.toMatchObject(OVER);
    const refusals = (await kindsOf(strict, person)).filter((kind) => kind === "over-budget");
    expect(refusals).toHaveLength(1);
  });

  it("end for an address that nobody has just as they do for one that somebody has", async () => {
    const { person } = await newcomer(strict);
    const refusalOf = async (email: string) => {
      for (let attempt = 1; attempt <= 3; attempt++) await beginSignIn(strict.deps, fromAnywhere(), email);
      const refusal: unknown = await beginSignIn(strict.deps, fromAnywhere(), email).catch(
        (error: unknown) => error,
      );
      return { message: (refusal as Error).message, code: (refusal as { code?: string }).code };
    };
    expect(await refusalOf(person.email)).toEqual(await refusalOf("nobody@example.com"));
  });

  it("end for the network that tries, over however many accounts", async () => {
    const people = await Promise.all(Array.from({ length: 13 }, () => newcomer(strict)));
    const begun = await Promise.allSettled(
      people.map(({ person }, index) =>
        beginSignIn(strict.deps, from(`2001:db8:9:9::${index}`), person.email),
      ),
    );
    expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(12);
    const elsewhere = from("2001:db8:9:8::1");
    expect(await beginSignIn(strict.deps, elsewhere, people[12]!.person.email)).toMatchObject({
      person: { id: people[12]!.person.id },
    });
  });

  it("are not exceeded by calls at once", async () => {
    const { person } = await newcomer(strict);
    const senders = Array.from({ length: 20 }, fromAnywhere);
    const begun = await Promise.allSettled(
      senders.map((sender) => beginSignIn(strict.deps, sender, person.email)),
    );
    expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  });

  it("end for the whole service", async () => {
    // Of 60,000 six, and of the others one.
    const tiny = await openProduct({}, { limitFactor: 0.0001 });
    const attempts = await atOnce(8, (index) =>
      beginSignIn(tiny.deps, from(`198.51.100.${index}`), `${index}@example.com`).then(
        () => "begun",
        (error: { code?: string }) => error.code,
      ),
    );
    expect(attempts.filter((answer) => answer === "begun")).toHaveLength(6);
    expect(attempts.filter((answer) => answer === "over-budget")).toHaveLength(2);
  });
});

describe("a sign-in that does not work", () => {
  it("is written down for the person whose address it was, and for nobody when it was nobody's", async () => {
    const { person } = await newcomer(strict);
    const sender = from("198.51.101.1");
    await noteFailedSignIn(strict.deps, sender, await beginSignIn(strict.deps, sender, person.email));
    expect(await kindsOf(strict, person)).toContain("sign-in-failed");
    const nobodys = from("198.51.101.2");
    await noteFailedSignIn(strict.deps, nobodys, await beginSignIn(strict.deps, nobodys, "who@example.com"));
    const where = { kind: "sign-in-failed", ipAddress: "198.51.101.2" };
    const [event] = await strict.database.prisma.activity.findMany({ where });
    expect(event).toMatchObject({ userId: null, userAgent: "a browser" });
    // Who was tried is not kept: it may be a password that was typed into the wrong field.
    expect(JSON.stringify({ ...event, id: null })).not.toContain("who@");
  });

  it("is one that began under a password which is another by now", async () => {
    const { person, password, caller } = await newcomer(strict);
    const attempt = await beginSignIn(strict.deps, fromAnywhere(), person.email);
    expect(await isPasswordUnchanged(strict.deps, attempt)).toBe(true);
    await caller.me.changePassword({
      oldPassword: password,
      newPassword: "another one entirely",
      devices: false,
    });
    expect(await isPasswordUnchanged(strict.deps, attempt)).toBe(false);
  });
});
