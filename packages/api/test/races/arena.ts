import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Database } from "@alprina/db";
import { expect } from "vitest";
import { lockPerson } from "../../src/index";
import { approvedCode, renewableKey } from "../support/oauth";
import { approvedLogin, openProduct, reviewedLogin, type Cast, type Product } from "../support/product";
import { clearRounds, originalOf } from "./copies";
import { expectSoundTables, noteSteps } from "./sound-tables";

/**
 * Where calls that race are let loose: a product whose tables tell every step that a state takes, and a person for
 * each round, so that locking or deleting them is one more call that may race.
 */
export interface Arena {
  product: Product & Cast;
  /** A round's person, who takes Ada's place. */
  newcomer: () => Promise<Product & Cast>;
  /** What must hold of everything that there is, whatever has raced. */
  expectSoundTables: () => Promise<void>;
}

export async function openArena(): Promise<Arena> {
  const product = await openProduct();
  await noteSteps(product.database);
  return {
    product,
    async newcomer() {
      const id = randomUUID();
      const data = { id, name: "Ada Lovelace", email: `${id}@example.com` };
      const { createdAt } = await product.database.prisma.user.create({ data });
      const ada = { ...product.ada, id, email: data.email, createdAt };
      return { ...product, ada };
    },
    expectSoundTables: () => expectSoundTables(product.database),
  };
}

type Contender = () => Promise<unknown>;

/** One round: what can happen in it, each as a call, and the id of what it is about. */
export interface Round<Name extends string> {
  id: string;
  contenders: Record<Name, Contender>;
}

/** Makes this many rounds, on tables that hold nothing else when the first are made. */
export type MakeRounds<Name extends string> = (count: number) => Promise<Round<Name>[]>;

/** What can happen to one login. The same names stand for the same calls in every suite. */
export async function grantRounds(arena: Arena, state: "pending" | "approved") {
  const { product, person } = await emptyArena(arena);
  const login = await (state === "pending" ? reviewedLogin(person) : approvedLogin(person));
  const { secrets } = product.deps;
  const copy = await originalOf(product.database, secrets.hashDeviceCode(login.deviceCode), () => {
    const { deviceCode, deviceCodeHash } = secrets.mintDeviceCode();
    return { secret: deviceCode, hash: deviceCodeHash };
  });
  return async (count: number) =>
    (await copy(count)).map(({ idOf, secret: deviceCode }) => {
      const round = withPerson(person, idOf(person.ada.id));
      const grantId = idOf(login.grantId);
      const { grants } = round.as(round.ada);
      const contenders = {
        approve: () => grants.decide({ grantId, decision: "approve" }),
        deny: () => grants.decide({ grantId, decision: "deny" }),
        disown: () => grants.decide({ grantId, decision: "deny", wasNotMe: true }),
        redeem: () => round.terminal.logins.poll({ deviceCode }),
        expire: () => expire(round, "device_grant", grantId),
        ...personContenders(round),
      } satisfies Record<string, Contender>;
      return { id: grantId, contenders };
    });
}

/** What can happen to a dashboard code. */
export async function dashboardRounds(arena: Arena) {
  const { product, person } = await emptyArena(arena);
  const issued = await person.as(person.ada).dashboardCodes.issue();
  const { secrets } = product.deps;
  const copy = await originalOf(product.database, secrets.hmacDashboardCode(issued.code), () => {
    const { code, codeHmac } = secrets.mintDashboardCode(product.deps.policy.dashboardCodeLength);
    return { secret: code, hash: codeHmac };
  });
  return async (count: number) =>
    (await copy(count)).map(({ idOf, secret: dashboardCode }) => {
      const round = withPerson(person, idOf(person.ada.id));
      const id = idOf(issued.id);
      const redeem = (offersConfirmation: boolean) => () =>
        round.terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation });
      const contenders = {
        redeem: redeem(false),
        claim: redeem(true),
        replace: () => round.as(round.ada).dashboardCodes.issue(),
        expire: () => expire(round, "dashboard_code", id),
        ...personContenders(round),
      } satisfies Record<string, Contender>;
      return { id, contenders };
    });
}

/** What can happen to a code that a browser brought back. */
export async function authorizationRounds(arena: Arena) {
  const { product, person } = await emptyArena(arena);
  const brought = await approvedCode(person);
  const { secrets } = product.deps;
  const codeHash = secrets.hashToken(brought.code);
  const { id } = await product.database.prisma.authorizationCode.findUniqueOrThrow({ where: { codeHash } });
  const copy = await originalOf(product.database, codeHash, () => {
    const minted = secrets.mintAuthorizationCode();
    return { secret: minted.code, hash: minted.codeHash };
  });
  return async (count: number) =>
    (await copy(count)).map(({ idOf, secret: code }) => {
      const round = withPerson(person, idOf(person.ada.id));
      const contenders = {
        redeem: () => round.terminal.authorizations.redeem({ ...brought, code }),
        expire: () => expire(round, "authorization_code", idOf(id)),
        ...personContenders(round),
      } satisfies Record<string, Contender>;
      return { id: idOf(id), contenders };
    });
}

/** What can happen to a key that renews. */
export async function renewalRounds(arena: Arena) {
  const { product, person } = await emptyArena(arena);
  const { refreshToken: first, device } = await renewableKey(person);
  const { secrets } = product.deps;
  const copy = await originalOf(product.database, secrets.hashToken(first), () => {
    const minted = secrets.mintRefreshToken();
    return { secret: minted.refreshToken, hash: minted.tokenHash };
  });
  const client = { clientId: "alprina-cli" };
  return async (count: number) =>
    (await copy(count)).map(({ idOf, secret: refreshToken }) => {
      const round = withPerson(person, idOf(person.ada.id));
      const id = idOf(device.id);
      const contenders = {
        renew: () => round.terminal.tokens.renew({ client, refreshToken }),
        "revoke token": () => round.terminal.tokens.revoke({ client, token: refreshToken }),
        rename: () => round.as(round.ada).devices.rename({ id, name: "renamed" }),
        ...personContenders(round),
      } satisfies Record<string, Contender>;
      return { id, contenders };
    });
}

/** An arena with nothing in it but a new person. */
async function emptyArena(arena: Arena) {
  await clearRounds(arena.product.database);
  return { product: arena.product, person: await arena.newcomer() };
}

function withPerson(original: Product & Cast, id: string): Product & Cast {
  return { ...original, ada: { ...original.ada, id, email: `${id}@example.com` } };
}

/** What can happen to a person, and to all that is theirs. */
function personContenders(round: Product & Cast) {
  const { ada, deps, database } = round;
  return {
    revoke: async () => {
      const devices = await round.as(ada).devices.list();
      await Promise.all(devices.map(({ id }) => round.as(ada).devices.revoke({ id })));
    },
    "sign out": () => round.as(ada).me.signOutEverywhere({ devices: true, keepThisBrowser: false }),
    lock: () => lockPerson(deps, ada.email),
    delete: () => deletePerson(database, ada.id),
  } satisfies Record<string, Contender>;
}

/** Written again when PostgreSQL undid it for a deadlock, as the product's own writes are. */
async function deletePerson({ pool }: Database, id: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await pool
      .query(`DELETE FROM "user" WHERE id = $1`, [id])
      .catch((error: unknown) => error);
    if (!(outcome instanceof Error)) return;
    if ((outcome as { code?: string }).code !== "40P01" || attempt === 5) throw outcome;
  }
}

function expire({ database }: Product, table: string, id: string) {
  return database.pool.query(`UPDATE ${table} SET expires_at = now() - interval '1 second' WHERE id = $1`, [
    id,
  ]);
}

/** Every two of these names, each with itself as well. */
export function pairsOf<Name extends string>(names: readonly Name[]): [Name, Name][] {
  return names.flatMap((first, index) => names.slice(index).map((second): [Name, Name] => [first, second]));
}

/**
 * Lets both loose, now this one first and now that one, at most `maxLeadMs` apart: what the one meets of the other
 * differs from round to round. What each answered, undefined for a refusal; and how long the early one took.
 */
export async function race(first: Contender, second: Contender, round: number, maxLeadMs: number) {
  const [early, late] = round % 2 === 0 ? [first, second] : [second, first];
  const startedAt = performance.now();
  let tookMs = 0;
  const outcomes = await Promise.allSettled([
    early().finally(() => (tookMs = performance.now() - startedAt)),
    setTimeout(Math.random() * maxLeadMs).then(late),
  ]);
  for (const outcome of outcomes) {
    // A person who is gone or locked may be told so; nothing else may go wrong.
    if (outcome.status === "rejected") expectRefusal(outcome.reason);
  }
  const answers = outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : undefined));
  return { answers: round % 2 === 0 ? answers : answers.reverse(), tookMs };
}

function expectRefusal(reason: unknown): void {
  const { code, cause } = reason as { code?: string; cause?: { code?: string } };

  const allowed = ["authentication-required", "device-not-found", "account-locked", "invalid-input"];
  expect(allowed, String(reason)).toContain(cause?.code ?? code);
}
