import { randomUUID } from "node:crypto";
import type { Database } from "@alprina/db";
import { expect } from "vitest";
import { lockPerson } from "../../src/index";
import { approvedCode, renewableKey } from "../support/oauth";
import { approvedLogin, openProduct, reviewedLogin, type Cast, type Product } from "../support/product";

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

/** Every step that a state may take. Anything else would be a way back, or round. */
const STEPS = {
  device_grant: ["pending>approved", "pending>denied", "approved>redeemed"],
  dashboard_code: ["live>used", "live>replaced"],
  authorization_code: ["issued>redeemed"],
  api_key: ["active>revoked"],
  refresh_token: ["current>rotated"],
};

export async function openArena(): Promise<Arena> {
  const product = await openProduct();
  const { pool } = product.database;
  await pool.query(`CREATE TABLE step (at_table text, step text)`);
  await pool.query(`
    CREATE FUNCTION note_step() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO step VALUES (TG_TABLE_NAME, OLD.status || '>' || NEW.status);
      RETURN NULL;
    END $$`);
  for (const table of Object.keys(STEPS)) {
    await pool.query(`CREATE TRIGGER step_is_noted AFTER UPDATE ON ${table} FOR EACH ROW
                      WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION note_step()`);
  }
  return {
    product,
    async newcomer() {
      const id = randomUUID();
      const data = { id, name: "Ada Lovelace", email: `${id}@example.com` };
      const { createdAt } = await product.database.prisma.user.create({ data });
      const ada = { ...product.ada, id, email: data.email, createdAt };
      return { ...product, ada };
    },
    async expectSoundTables() {
      const count = async (what: string, query: string) => {
        const { rows } = await pool.query(query);
        expect(rows, what).toEqual([]);
      };
      const { rows } = await pool.query<{ at_table: keyof typeof STEPS; step: string }>(
        "SELECT DISTINCT at_table, step FROM step",
      );
      for (const { at_table, step } of rows) expect(STEPS[at_table]).toContain(step);
      await count(
        "a key whose grant is not redeemed",
        `SELECT k.id FROM api_key k JOIN device_grant g ON g.id = k.device_grant_id WHERE g.status <> 'redeemed'`,
      );
      await count(
        "a redeemed grant of somebody who is there, without its one key",
        `SELECT g.id FROM device_grant g JOIN "user" u ON u.id = g.reviewer_id
          WHERE g.status = 'redeemed' AND (SELECT count(*) FROM api_key k WHERE k.device_grant_id = g.id) <> 1`,
      );
      await count(
        "a key whose dashboard code is not used",
        `SELECT k.id FROM api_key k JOIN dashboard_code c ON c.id = k.dashboard_code_id WHERE c.status <> 'used'`,
      );
      await count(
        "a used dashboard code that gave neither one key nor one grant",
        `SELECT c.id FROM dashboard_code c WHERE c.status = 'used'
            AND (SELECT count(*) FROM api_key k WHERE k.dashboard_code_id = c.id) + (c.device_grant_id IS NOT NULL)::int <> 1`,
      );
      await count(
        "a key whose authorization code is not redeemed",
        `SELECT k.id FROM api_key k JOIN authorization_code c ON c.id = k.authorization_code_id
          WHERE c.status <> 'redeemed'`,
      );
      await count(
        "a key that comes from nowhere",
        `SELECT id FROM api_key
          WHERE num_nonnulls(device_grant_id, dashboard_code_id, authorization_code_id) <> 1`,
      );
      await count(
        "an active key of somebody who is locked",
        `SELECT k.id FROM api_key k JOIN "user" u ON u.id = k.user_id
          WHERE u.locked_at IS NOT NULL AND k.status = 'active'`,
      );
      await count(
        "a key that can be renewed without its one current token",
        `SELECT k.id FROM api_key k WHERE k.renewable_until IS NOT NULL AND k.status = 'active'
            AND (SELECT count(*) FROM refresh_token r WHERE r.api_key_id = k.id AND r.status = 'current') <> 1`,
      );
      await count(
        "more than one live dashboard code a person",
        `SELECT user_id FROM dashboard_code WHERE status = 'live' GROUP BY user_id HAVING count(*) > 1`,
      );
      await count(
        "a decision or a key without its one event",
        `SELECT g.id FROM device_grant g JOIN "user" u ON u.id = g.reviewer_id
          WHERE (g.status <> 'pending') <>
                ((SELECT count(*) FROM activity a WHERE a.grant_id = g.id
                   AND a.kind IN ('login-approved', 'login-denied', 'login-disowned')) = 1)
             OR (g.status = 'redeemed') <>
                ((SELECT count(*) FROM activity a WHERE a.grant_id = g.id AND a.kind = 'device-added') = 1)`,
      );
    },
  };
}

type Contender = () => Promise<unknown>;

/** What can happen to one login, each as a call. The same names stand for the same calls in every suite. */
export async function grantContenders(round: Product & Cast, state: "pending" | "approved") {
  const login = await (state === "pending" ? reviewedLogin(round) : approvedLogin(round));
  const ada = round.as(round.ada);
  const { grantId, deviceCode } = login;
  const contenders = {
    approve: () => ada.grants.decide({ grantId, decision: "approve" }),
    deny: () => ada.grants.decide({ grantId, decision: "deny" }),
    disown: () => ada.grants.decide({ grantId, decision: "deny", wasNotMe: true }),
    redeem: () => round.terminal.logins.poll({ deviceCode }),
    expire: () => expire(round, "device_grant", grantId),
    ...personContenders(round),
  } satisfies Record<string, Contender>;
  return { grantId, deviceCode, contenders };
}

/** What can happen to a person, and to all that is theirs. */
export function personContenders(round: Product & Cast) {
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

/** What can happen to a dashboard code of this person. */
export async function dashboardContenders(round: Product & Cast) {
  const { id, code: dashboardCode } = await round.as(round.ada).dashboardCodes.issue();
  const redeem = (offersConfirmation: boolean) => () =>
    round.terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation });
  return {
    redeem: redeem(false),
    claim: redeem(true),
    replace: () => round.as(round.ada).dashboardCodes.issue(),
    expire: () => expire(round, "dashboard_code", id),
    ...personContenders(round),
  } satisfies Record<string, Contender>;
}

/** What can happen to a code that a browser brought back. */
export async function authorizationContenders(round: Product & Cast) {
  const code = await approvedCode(round);
  const codeHash = round.deps.secrets.hashToken(code.code);
  const { id } = await round.database.prisma.authorizationCode.findUniqueOrThrow({ where: { codeHash } });
  return {
    redeem: () => round.terminal.authorizations.redeem(code),
    expire: () => expire(round, "authorization_code", id),
    ...personContenders(round),
  } satisfies Record<string, Contender>;
}

/** What can happen to a key that renews. */
export async function renewalContenders(round: Product & Cast) {
  const { refreshToken, device } = await renewableKey(round);
  const client = { clientId: "alprina-cli" };
  return {
    renew: () => round.terminal.tokens.renew({ client, refreshToken }),
    "revoke token": () => round.terminal.tokens.revoke({ client, token: refreshToken }),
    rename: () => round.as(round.ada).devices.rename({ id: device.id, name: "renamed" }),
    ...personContenders(round),
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

/** Lets both loose at once, several times each and in changing order; every answer that was no exception. */
export async function race(first: Contender, second: Contender, round: number): Promise<unknown[]> {
  const calls = round % 2 === 0 ? [first, second, first, second] : [second, first, second, first];
  const outcomes = await Promise.allSettled(calls.map((call) => call()));
  for (const outcome of outcomes) {
    // A person who is gone or locked may be told so; nothing else may go wrong.
    if (outcome.status === "rejected") expectRefusal(outcome.reason);
  }
  return outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
}

function expectRefusal(reason: unknown): void {
  const { code, cause } = reason as { code?: string; cause?: { code?: string } };

  const allowed = ["authentication-required", "device-not-found", "account-locked", "invalid-input"];
  expect(allowed, String(reason)).toContain(cause?.code ?? code);
}
