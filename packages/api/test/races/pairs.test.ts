import { beforeAll, describe, expect, it } from "vitest";
import {
  authorizationContenders,
  dashboardContenders,
  grantContenders,
  openArena,
  pairsOf,
  race,
  renewalContenders,
  type Arena,
} from "./arena";

/** Rounds a pair. All pairs together race some thousands of times. */
const ROUNDS = 12;

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
});

const kindsOf = (answers: unknown[]) =>
  answers
    .map((answer) => (answer as { kind?: string } | undefined)?.kind)
    .filter((kind) => kind !== undefined);
const countOf = (answers: unknown[], kind: string) => kindsOf(answers).filter((one) => one === kind).length;

const ofPerson = ["revoke", "sign out", "lock", "delete"] as const;

describe.each(["pending", "approved"] as const)("a login that is %s", (state) => {
  const names = ["approve", "deny", "disown", "redeem", "expire", ...ofPerson] as const;
  it.each(pairsOf(names))("comes out of %s against %s with one winner and sound tables", async (a, b) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { grantId, contenders } = await grantContenders(await arena.newcomer(), state);
      const answers = await race(contenders[a], contenders[b], round);
      const grant = await arena.product.deps.store.findGrant(grantId);
      const keys = await arena.product.database.prisma.apiKey.count({ where: { deviceGrantId: grantId } });
      const [approvals, denials] = [countOf(answers, "approved"), countOf(answers, "denied")];
      expect(keys).toBeLessThanOrEqual(1);
      if (state === "pending") {
        // `approved` is also what a poll answers that gets the key.
        const decisions = approvals - (a === "redeem" || b === "redeem" ? issued(answers) : 0);
        expect(decisions + distinctDenials(answers, denials, a, b)).toBeLessThanOrEqual(1);
        if (decisions === 1) expect(["approved", "redeemed"]).toContain(grant?.status);
      }
      expect(issued(answers)).toBeLessThanOrEqual(1);
    }
    await arena.expectSoundTables();
  });
});

/** How many polls got a key. */
function issued(answers: unknown[]): number {
  return answers.filter((answer) => (answer as { issued?: unknown } | undefined)?.issued !== undefined)
    .length;
}

/** A poll of a denied login says `denied` as well, as often as it is asked: only deciders are counted. */
function distinctDenials(answers: unknown[], denials: number, a: string, b: string): number {
  const polls = answers.filter(
    (answer) => (answer as { reason?: unknown } | undefined)?.reason !== undefined,
  );
  return a === "redeem" || b === "redeem" ? denials - polls.length : denials;
}

describe("a dashboard code", () => {
  const names = ["redeem", "claim", "replace", "expire", ...ofPerson] as const;
  it.each(pairsOf(names))("comes out of %s against %s with one winner and sound tables", async (a, b) => {
    for (let round = 0; round < ROUNDS; round++) {
      const contenders = await dashboardContenders(await arena.newcomer());
      const answers = await race(contenders[a], contenders[b], round);
      expect(countOf(answers, "key") + countOf(answers, "confirmation")).toBeLessThanOrEqual(1);
    }
    await arena.expectSoundTables();
  });
});

describe("an authorization code", () => {
  const names = ["redeem", "expire", ...ofPerson] as const;
  it.each(pairsOf(names))("comes out of %s against %s with one winner and sound tables", async (a, b) => {
    for (let round = 0; round < ROUNDS; round++) {
      const contenders = await authorizationContenders(await arena.newcomer());
      const answers = await race(contenders[a], contenders[b], round);
      expect(countOf(answers, "key")).toBeLessThanOrEqual(1);
    }
    await arena.expectSoundTables();
  });
});

describe("a key that renews", () => {
  const names = ["renew", "revoke token", "rename", ...ofPerson] as const;
  it.each(pairsOf(names))("comes out of %s against %s with one family and sound tables", async (a, b) => {
    for (let round = 0; round < ROUNDS; round++) {
      const contenders = await renewalContenders(await arena.newcomer());
      const answers = await race(contenders[a], contenders[b], round);
      const successors = answers.flatMap((answer) => {
        const given = answer as { kind?: string; issued?: { refreshToken: string } } | undefined;
        return given?.kind === "key" && given.issued ? [given.issued.refreshToken] : [];
      });
      expect(new Set(successors).size).toBeLessThanOrEqual(1);
    }
    await arena.expectSoundTables();
  });
});
