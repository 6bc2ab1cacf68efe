import type { Database } from "@alprina/db";
import { expect } from "vitest";

/** What must hold of everything that there is, whatever has raced: none of these finds a row. */
const FLAWS = {
  "a key whose grant is not redeemed": `
    SELECT k.id FROM api_key k JOIN device_grant g ON g.id = k.device_grant_id WHERE g.status <> 'redeemed'`,
  "a redeemed grant of somebody who is there, without its one key": `
    SELECT g.id FROM device_grant g JOIN "user" u ON u.id = g.reviewer_id
    WHERE g.status = 'redeemed' AND (SELECT count(*) FROM api_key k WHERE k.device_grant_id = g.id) <> 1`,
  "a key whose dashboard code is not used": `
    SELECT k.id FROM api_key k JOIN dashboard_code c ON c.id = k.dashboard_code_id WHERE c.status <> 'used'`,
  "a used dashboard code that gave neither one key nor one grant": `
    SELECT c.id FROM dashboard_code c WHERE c.status = 'used'
    AND (SELECT count(*) FROM api_key k WHERE k.dashboard_code_id = c.id) + (c.device_grant_id IS NOT NULL)::int <> 1`,
  "a key whose authorization code is not redeemed": `
    SELECT k.id FROM api_key k JOIN authorization_code c ON c.id = k.authorization_code_id
    WHERE c.status <> 'redeemed'`,
  "a key that comes from nowhere": `
    SELECT id FROM api_key
    WHERE num_nonnulls(device_grant_id, dashboard_code_id, authorization_code_id) <> 1`,
  "an active key of somebody who is locked": `
    SELECT k.id FROM api_key k JOIN "user" u ON u.id = k.user_id
    WHERE u.locked_at IS NOT NULL AND k.status = 'active'`,
  "a key that can be renewed without its one current token": `
    SELECT k.id FROM api_key k WHERE k.renewable_until IS NOT NULL AND k.status = 'active'
    AND (SELECT count(*) FROM refresh_token r WHERE r.api_key_id = k.id AND r.status = 'current') <> 1`,
  "more than one live dashboard code a person": `
    SELECT user_id FROM dashboard_code WHERE status = 'live' GROUP BY user_id HAVING count(*) > 1`,
  "a decision or a key without its one event": `
    SELECT g.id FROM device_grant g JOIN "user" u ON u.id = g.reviewer_id
    WHERE (g.status <> 'pending') <>
    ((SELECT count(*) FROM activity a WHERE a.grant_id = g.id
    AND a.kind IN ('login-approved', 'login-denied', 'login-disowned')) = 1)
    OR (g.status = 'redeemed') <>
    ((SELECT count(*) FROM activity a WHERE a.grant_id = g.id AND a.kind = 'device-added') = 1)`,
};

/** Every step that a state may take. Anything else would be a way back, or round. */
const STEPS: Record<string, string[]> = {
  device_grant: ["pending>approved", "pending>denied", "approved>redeemed"],
  dashboard_code: ["live>used", "live>replaced"],
  authorization_code: ["issued>redeemed"],
  api_key: ["active>revoked"],
  refresh_token: ["current>rotated"],
};

/** Lets the database itself write down every step that a state takes. */
export async function noteSteps({ pool }: Database): Promise<void> {
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
}

const allFlaws = Object.entries(FLAWS)
  .map(([what, query]) => `SELECT '${what}' AS what, flawed.*::text AS id FROM (${query}) flawed`)
  .join(" UNION ALL ");

/** One look at everything that there is. */
export async function expectSoundTables({ pool }: Database): Promise<void> {
  const [flaws, steps] = await Promise.all([
    pool.query(allFlaws),
    pool.query<{ at_table: string; step: string }>("SELECT DISTINCT at_table, step FROM step"),
  ]);
  expect(flaws.rows).toEqual([]);
  for (const { at_table, step } of steps.rows) expect(STEPS[at_table]).toContain(step);
}
