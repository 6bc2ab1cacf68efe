import { beforeAll, describe, expect, it } from "vitest";
import {
  authorizationRounds,
  dashboardRounds,
  grantRounds,
  openArena,
  pairsOf,
  race,
  renewalRounds,
  type Arena,
  type MakeRounds,
} from "./arena";
import { clearRounds } from "./copies";

/** Rounds a pair, and how many of them race at once: few enough that every call has a connection of its own. */
const ROUNDS = 80;
const AT_ONCE = 20;

const ofPerson = ["revoke", "sign out", "lock", "delete"] as const;

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
});

interface Outcome {
  id: string;
  /** What the first and the second of the pair answered. */
  answers: unknown[];
}

/**
 * Races a pair in waves and looks at all tables after each; what every round came to. A pair of which neither writes
 * what the other looks at races one wave.
 */
async function raceAll<Name extends string>(
  make: MakeRounds<Name>,
  [a, b]: [Name, Name],
  canMeet: boolean,
): Promise<Outcome[]> {
  const { database } = arena.product;
  await clearRounds(database);
  const outcomes: Outcome[] = [];
  let maxLeadMs = 10;
  while (outcomes.length < (canMeet ? ROUNDS : AT_ONCE)) {
    const rounds = await make(AT_ONCE);
    const raced = await Promise.all(
      rounds.map(async ({ id, contenders }, index) => ({
        id,
        ...(await race(contenders[a], contenders[b], index, maxLeadMs)),
      })),
    );
    outcomes.push(...raced);
    // So that the early one is sometimes through before the late one begins, and mostly is not, on any machine.
    maxLeadMs = 1.2 * Math.max(...raced.map(({ tookMs }) => tookMs));
    await arena.expectSoundTables();
  }
  return outcomes;
}

const kindOf = (answer: unknown) => (answer as { kind?: string } | undefined)?.kind;
const isIssued = (answer: unknown) => (answer as { issued?: unknown } | undefined)?.issued !== undefined;
const countOf = <T>(list: T[], holds: (one: T) => boolean) => list.filter(holds).length;

/** Of these each can win, and does: a pair in which one always won would have shown no race. */
const undecided: Record<string, string[]> = {
  pending: ["approve deny", "approve disown", "approve expire", "deny expire", "disown expire"],
  approved: ["redeem expire", "redeem sign out", "redeem lock", "redeem delete"],
};

const hasOneOf = (names: string[]) => (pair: string[]) => pair.some((name) => names.includes(name));
const decides = hasOneOf(["approve", "deny", "disown"]);
const takesCode = hasOneOf(["redeem", "claim", "replace"]);

/** A pending login is decided, an approved one redeemed; without a key there is nothing to revoke. */
const canMeet = {
  pending: (pair: string[]) => decides(pair) && !pair.includes("revoke"),
  approved: (pair: string[]) => pair.includes("redeem") && !decides(pair),
};

describe.each(["pending", "approved"] as const)("a login that is %s", (state) => {
  const names = ["approve", "deny", "disown", "redeem", "expire", ...ofPerson] as const;
  let make: MakeRounds<(typeof names)[number]>;
  beforeAll(async () => {
    make = await grantRounds(arena, state);
  });

  it.each(pairsOf(names))("comes out of %s against %s with one winner and sound tables", async (a, b) => {
    const outcomes = await raceAll(make, [a, b], canMeet[state]([a, b]));
    const grants = await arena.product.database.prisma.deviceGrant.findMany();
    const statusOf = new Map(grants.map(({ id, status }) => [id, status]));
    let firstWon = 0;
    for (const { id, answers } of outcomes) {
      // A poll says `approved` with a key, and `denied` with a reason, as often as it is asked: deciders alone count.
      const decided = answers.filter(
        (answer, index) =>
          [a, b][index] !== "redeem" && ["approved", "denied"].includes(kindOf(answer) ?? ""),
      );
      expect(decided.length).toBeLessThanOrEqual(state === "pending" ? 1 : 0);
      if (kindOf(decided[0]) === "approved") expect(["approved", "redeemed"]).toContain(statusOf.get(id));
      if (kindOf(decided[0]) === "denied") expect(statusOf.get(id)).toBe("denied");
      expect(countOf(answers, isIssued)).toBeLessThanOrEqual(1);
      if (kindOf(answers[0]) === (a === "approve" || a === "redeem" ? "approved" : "denied")) firstWon += 1;
    }
    if (undecided[state]?.includes(`${a} ${b}`)) {
      expect(firstWon).toBeGreaterThan(0);
      expect(firstWon).toBeLessThan(outcomes.length);
    }
  });
});

describe("a dashboard code", () => {
  const names = ["redeem", "claim", "replace", "expire", ...ofPerson] as const;
  let make: MakeRounds<(typeof names)[number]>;
  beforeAll(async () => {
    make = await dashboardRounds(arena);
  });

  it.each(pairsOf(names))("comes out of %s against %s with one winner and sound tables", async (a, b) => {
    for (const { answers } of await raceAll(make, [a, b], takesCode([a, b]))) {
      const won = countOf(answers, (answer) => ["key", "confirmation"].includes(kindOf(answer) ?? ""));
      expect(won).toBeLessThanOrEqual(1);
    }
  });
});

describe("an authorization code", () => {
  const names = ["redeem", "expire", ...ofPerson] as const;
  let make: MakeRounds<(typeof names)[number]>;
  beforeAll(async () => {
    make = await authorizationRounds(arena);
  });

  it.each(pairsOf(names))("comes out of %s against %s with one winner and sound tables", async (a, b) => {
    for (const { answers } of await raceAll(make, [a, b], [a, b].includes("redeem"))) {
      expect(countOf(answers, (answer) => kindOf(answer) === "key")).toBeLessThanOrEqual(1);
    }
  });
});

describe("a key that renews", () => {
  const names = ["renew", "revoke token", "rename", ...ofPerson] as const;
  let make: MakeRounds<(typeof names)[number]>;
  beforeAll(async () => {
    make = await renewalRounds(arena);
  });

  it.each(pairsOf(names))("comes out of %s against %s with one family and sound tables", async (a, b) => {
    for (const { answers } of await raceAll(make, [a, b], true)) {
      const successors = answers.flatMap((answer) => {
        const given = answer as { kind?: string; issued?: { refreshToken: string } } | undefined;
        return given?.kind === "key" && given.issued ? [given.issued.refreshToken] : [];
      });
      expect(new Set(successors).size).toBeLessThanOrEqual(1);
    }
  });
});
