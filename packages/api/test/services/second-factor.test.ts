import { beforeAll, describe, expect, it } from "vitest";
import { beginSignIn, passSecondFactor, proveFirstFactor, readFirstFactor } from "../../src/index";
import { lockPerson, turnOffSecondFactorOf, type Person } from "../../src/index";
import { atOnce, openProduct, sender, tally, type Cast, type Product } from "../support/product";
import { inBrowser, kindsOf, newcomer } from "../support/people";
import { atStartOfStep, codeOf, turnOnSecondFactor } from "../support/ways";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

/** Somebody whose password alone opens nothing. */
async function careful(at: Product & Cast = product) {
  atStartOfStep(at);
  const ada = await newcomer(at);
  const { secret, backupCodes } = await turnOnSecondFactor(at, ada.caller, ada.password);
  const pass = (code: string) => passSecondFactor(at.deps, sender, ada.person, code);
  const now = (stepsLater = 0) => codeOf(secret, at.deps.now(), stepsLater);
  return { ...ada, secret, backupCodes, pass, now };
}

const countKind = async (person: Person, kind: string) =>
  (await kindsOf(product, person)).filter((one) => one === kind).length;

describe("a second factor", () => {
  it("asks for nothing until its first code was given, then says so, with ten backup codes told once", async () => {
    const { caller, password, person } = await newcomer(product);
    const begun = await caller.secondFactor.setUp({ password });
    if (begun.kind !== "begun") throw new Error(begun.kind);
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Alprina:.+secret=[A-Z2-7]{32}/);
    expect(await caller.secondFactor.get()).toEqual({ onSince: null, backupCodesLeft: 0 });
    const wrong = codeOf(begun.secret, product.deps.now(), 50);
    expect(await caller.secondFactor.confirm({ code: wrong })).toEqual({ kind: "wrong-code" });
    const answer = await caller.secondFactor.confirm({ code: codeOf(begun.secret, product.deps.now()) });
    if (answer.kind !== "on") throw new Error(answer.kind);
    expect(new Set(answer.backupCodes).size).toBe(10);
    expect(await caller.secondFactor.get()).toEqual({
      onSince: expect.any(Date) as Date,
      backupCodesLeft: 10,
    });
    expect(await countKind(person, "second-factor-on")).toBe(1);
    expect(await caller.secondFactor.setUp({ password })).toEqual({ kind: "on-already" });
  });

  it("wants the password and a recent sign-in to be set up, renewed or turned off", async () => {
    const { caller, person, sessionId, password } = await careful();
    const wrong = { password: "a guess" };
    expect(await caller.secondFactor.turnOff(wrong)).toEqual({ kind: "wrong-password" });
    expect(await caller.secondFactor.renewBackupCodes(wrong)).toEqual({ kind: "wrong-password" });
    expect(await caller.secondFactor.setUp(wrong)).toEqual({ kind: "wrong-password" });
    const longAgo = new Date(product.deps.now().getTime() - 25 * 3_600_000);
    const old = inBrowser(product, person, sessionId, longAgo).secondFactor;
    for (const call of [old.setUp, old.turnOff, old.renewBackupCodes]) {
      await expect(call({ password })).rejects.toThrow("You signed in a while ago");
    }
    expect((await caller.secondFactor.get()).onSince).not.toBeNull();
  });

  it("that was begun twice, or an hour ago, is confirmed by the last secret and in time alone", async () => {
    const { caller, password } = await newcomer(product);
    const first = await caller.secondFactor.setUp({ password });
    const second = await caller.secondFactor.setUp({ password });
    if (first.kind !== "begun" || second.kind !== "begun") throw new Error("not begun");
    const codeNow = (secret: string) => ({ code: codeOf(secret, product.deps.now()) });
    expect((await caller.secondFactor.confirm(codeNow(first.secret))).kind).toBe("wrong-code");
    const late = await openProduct();
    const ada = await newcomer(late);
    const begun = await ada.caller.secondFactor.setUp({ password: ada.password });
    if (begun.kind !== "begun") throw new Error(begun.kind);
    late.wait(3_601);
    const code = codeOf(begun.secret, late.deps.now());
    expect(await ada.caller.secondFactor.confirm({ code })).toEqual({ kind: "over" });
  });

  it("is turned on by one of ten calls with one code, and turned off by one of ten", async () => {
    const { caller, password, person } = await newcomer(product);
    const begun = await caller.secondFactor.setUp({ password });
    if (begun.kind !== "begun") throw new Error(begun.kind);
    const code = codeOf(begun.secret, product.deps.now());
    expect(tally(await atOnce(10, () => caller.secondFactor.confirm({ code })))).toEqual({ on: 1, over: 9 });
    expect((await caller.secondFactor.get()).backupCodesLeft).toBe(10);
    const off = await atOnce(10, () => caller.secondFactor.turnOff({ password }));
    expect(tally(off)).toEqual({ off: 1, "off-already": 9 });
    expect(await countKind(person, "second-factor-on")).toBe(1);
    expect(await countKind(person, "second-factor-off")).toBe(1);
  });

  it("is on or off, and never half, when it is set up anew while it is confirmed", async () => {
    for (let round = 0; round < 20; round++) {
      const { caller, password } = await newcomer(product);
      const begun = await caller.secondFactor.setUp({ password });
      if (begun.kind !== "begun") throw new Error(begun.kind);
      const code = codeOf(begun.secret, product.deps.now());
      const [confirmed, again] = await Promise.all([
        caller.secondFactor.confirm({ code }),
        caller.secondFactor.setUp({ password }),
      ]);
      expect([confirmed.kind, again.kind].filter((kind) => kind === "on" || kind === "begun")).toHaveLength(
        1,
      );
      const { onSince, backupCodesLeft } = await caller.secondFactor.get();
      expect([onSince !== null, backupCodesLeft]).toEqual(confirmed.kind === "on" ? [true, 10] : [false, 0]);
    }
  });
});

describe("a code of the app", () => {
  it("is taken once, by one of ten at once, and none before it afterwards", async () => {
    const { pass, now, person } = await careful();
    const [before, current] = [now(-1), now()];
    // The one that turned it on.
    expect(await pass(before)).toEqual({ kind: "wrong-code" });
    expect(tally(await atOnce(10, () => pass(current)))).toEqual({ passed: 1, "wrong-code": 9 });
    expect(await pass(now(1))).toEqual({ kind: "passed" });
    expect(await pass(current)).toEqual({ kind: "wrong-code" });
    expect(await countKind(person, "sign-in-failed")).toBe(11);
  });

  it("may be one step off, and no more", async () => {
    const { pass, now } = await careful();
    expect(await pass(now(2))).toEqual({ kind: "wrong-code" });
    expect(await pass(now(1))).toEqual({ kind: "passed" });
    const other = await careful();
    expect(await other.pass(now(0))).toEqual({ kind: "wrong-code" });
    for (const none of ["", "12345", "abcdef", "1234567", "０００００００"]) {
      expect(await other.pass(none)).toEqual({ kind: "wrong-code" });
    }
  });

  it("costs a point, right or wrong: over budget both are answered alike, and one event says so", async () => {
    const strict = await openProduct({}, { limitFactor: 0.3 });
    const { pass, now, person } = await careful(strict);
    // Of ten points these are three, and turning it on took one.
    for (const _ of [1, 2]) expect(await pass("000000")).toEqual({ kind: "wrong-code" });
    await expect(pass("000000")).rejects.toMatchObject({ code: "over-budget" });
    await expect(pass(now())).rejects.toMatchObject({ code: "over-budget" });
    expect((await kindsOf(strict, person)).filter((kind) => kind === "over-budget")).toHaveLength(1);
  });

  it("has a budget a day as well, which no waiting for the small one gets around", async () => {
    const strict = await openProduct({}, { limitFactor: 0.1 });
    const { pass } = await careful(strict);
    const answers: string[] = [];
    // One in ten minutes, and of sixty a day six.
    for (let window = 0; window < 8; window++) {
      // As the end of a window does.
      await strict.database.prisma.budget.deleteMany({
        where: { key: { startsWith: "second-factor:person" } },
      });
      answers.push(
        await pass("000000").then(
          ({ kind }) => kind,
          (error: { options?: { budget?: string } }) => error.options?.budget ?? "",
        ),
      );
    }
    expect(answers).toEqual([
      ...Array<string>(6).fill("wrong-code"),
      ...Array<string>(2).fill("second-factor:day"),
    ]);
  });
});

describe("a backup code", () => {
  it("works once, however it is typed, by one of ten at once; an event says so", async () => {
    const { pass, backupCodes, person, caller } = await careful();
    const typed = backupCodes[0]!.toLowerCase().replace("-", " ");
    expect(tally(await atOnce(10, () => pass(typed)))).toEqual({ passed: 1, "wrong-code": 9 });
    expect(await countKind(person, "backup-code-used")).toBe(1);
    expect((await caller.secondFactor.get()).backupCodesLeft).toBe(9);
    expect(await pass(backupCodes[1]!)).toEqual({ kind: "passed" });
  });

  it("is its own person's, and none any more when others are made or the second factor is off", async () => {
    const [ada, grace] = [await careful(), await careful()];
    expect(await ada.pass(grace.backupCodes[0]!)).toEqual({ kind: "wrong-code" });
    const renewed = await ada.caller.secondFactor.renewBackupCodes({ password: ada.password });
    if (renewed.kind !== "renewed") throw new Error(renewed.kind);
    expect(await ada.pass(ada.backupCodes[0]!)).toEqual({ kind: "wrong-code" });
    expect(await ada.pass(renewed.backupCodes[0]!)).toEqual({ kind: "passed" });
    await ada.caller.secondFactor.turnOff({ password: ada.password });
    const { id: userId } = ada.person;
    expect(await product.database.prisma.backupCode.count({ where: { userId } })).toBe(0);
    const again = await turnOnSecondFactor(product, ada.caller, ada.password);
    expect(again.secret).not.toBe(ada.secret);
    expect(await ada.pass(renewed.backupCodes[1]!)).toEqual({ kind: "wrong-code" });
  });

  it("is one of one set of ten, however often they are made anew at once", async () => {
    const { caller, password, person } = await careful();
    const renewed = await atOnce(8, () => caller.secondFactor.renewBackupCodes({ password }));
    expect(tally(renewed)).toEqual({ renewed: 8 });
    expect((await caller.secondFactor.get()).backupCodesLeft).toBe(10);
    expect(await countKind(person, "backup-codes-renewed")).toBe(8);
  });
});

describe("the proof that a password was right", () => {
  const proofOf = async (email: string, at = product) =>
    proveFirstFactor(at.deps, await beginSignIn(at.deps, sender, email));

  it("names its person for ten minutes, and is worth nothing in another's name", async () => {
    const own = await openProduct();
    const [ada, grace] = [await newcomer(own), await newcomer(own)];
    const proof = await proofOf(ada.person.email, own);
    expect((await readFirstFactor(own.deps, proof))?.person?.id).toBe(ada.person.id);
    const stolen = proof.replace(ada.person.id, grace.person.id);
    expect(stolen).not.toBe(proof);
    for (const none of [stolen, `${proof}x`, proof.slice(1), "", "a.1.b"]) {
      expect(await readFirstFactor(own.deps, none)).toBeNull();
    }
    own.wait(601);
    expect(await readFirstFactor(own.deps, proof)).toBeNull();
  });

  it("ends with a changed password, a sign-out everywhere and a lock", async () => {
    const [ada, grace, lin] = await atOnce(3, () => newcomer(product));
    const proofs = await Promise.all([ada, grace, lin].map((one) => proofOf(one!.person.email)));
    const changed = { oldPassword: ada!.password, newPassword: "another one entirely", devices: false };
    await ada!.caller.me.changePassword(changed);
    await grace!.caller.me.signOutEverywhere({ devices: false, keepThisBrowser: true });
    await lockPerson(product.deps, lin!.person.email);
    for (const proof of proofs) expect(await readFirstFactor(product.deps, proof)).toBeNull();
  });
});

describe("an operator", () => {
  it("turns it off for somebody who lost it, once, and that is written down as theirs", async () => {
    const { person, caller } = await careful();
    const off = await atOnce(5, () => turnOffSecondFactorOf(product.deps, person.email));
    expect(off.filter(Boolean)).toHaveLength(1);
    expect((await caller.secondFactor.get()).onSince).toBeNull();
    const where = { userId: person.id, kind: "second-factor-off" };
    expect(await product.database.prisma.activity.findMany({ where })).toMatchObject([
      { ipAddress: null, detail: "by the operator" },
    ]);
    await expect(turnOffSecondFactorOf(product.deps, "nobody@example.com")).rejects.toThrow("Nobody here");
  });
});

it("stays on when the password is changed", async () => {
  const { caller, password } = await careful();
  await caller.me.changePassword({
    oldPassword: password,
    newPassword: "another one entirely",
    devices: false,
  });
  expect((await caller.secondFactor.get()).onSince).not.toBeNull();
});
