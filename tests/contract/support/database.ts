import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Host } from "./hosts";

/** Runs one statement; its rows. */
export async function sql<Row extends object>(
  { databaseUrl }: Pick<Host, "databaseUrl">,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

export const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Lets a device code run out now. */
export async function expireLogin(host: Host, deviceCode: string): Promise<void> {
  await expectOne(
    host,
    "UPDATE device_grant SET expires_at = now() - interval '1 second' WHERE device_code_hash = $1",
    sha256(deviceCode),
  );
}

export async function expireKey(host: Host, apiKey: string): Promise<void> {
  await expectOne(
    host,
    "UPDATE api_key SET expires_at = now() - interval '1 second' WHERE key_hash = $1",
    sha256(apiKey),
  );
}

export async function expireDashboardCodes(host: Host, personId: string): Promise<void> {
  await expectOne(
    host,
    "UPDATE dashboard_code SET expires_at = now() - interval '1 second' WHERE status = 'live' AND user_id = $1",
    personId,
  );
}

export async function deletePerson(host: Host, personId: string): Promise<void> {
  await expectOne(host, `DELETE FROM "user" WHERE id = $1`, personId);
}

/** How many keys a person has, whatever their state. */
export async function countKeys(host: Host, personId: string): Promise<number> {
  return (await sql(host, "SELECT id FROM api_key WHERE user_id = $1", [personId])).length;
}

async function expectOne(host: Host, statement: string, value: unknown): Promise<void> {
  const rows = await sql(host, `${statement} RETURNING 1`, [value]);
  if (rows.length !== 1) throw new Error(`${rows.length} rows instead of one: ${statement}`);
  // The server hears of it from the database, a moment later than we do.
  await sleep(HEARD_AFTER_MS);
}

const HEARD_AFTER_MS = 200;
