import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "@alprina/db";

/** All that a round may have, each after those that it refers to. */
const TABLES = [
  ...["user", "device_grant", "dashboard_code", "authorization_code"],
  ...["api_key", "refresh_token", "device_alert", "activity"],
];

/** A row set that is like another in all but its ids, hashes and one secret. */
export interface Copy {
  /** The copy's id for one of the original's. */
  idOf: (originalId: string) => string;
  secret: string;
}

export interface MintedSecret {
  secret: string;
  hash: Uint8Array;
}

/** Empties the tables of all that rounds leave, so that whoever looks at them sees the next rounds alone. */
export async function clearRounds({ pool }: Database): Promise<void> {
  await pool.query(`TRUNCATE ${TABLES.map((table) => `"${table}"`).join(", ")}, step CASCADE`);
}

/**
 * Takes what the product has just written, which must be all that there is, as the original of any number of copies.
 * Going to the product for each of thousands of rounds would take longer than their racing.
 * @param original the hash of the one secret that the copies are to be told by; `mint` makes theirs.
 */
export async function originalOf({ pool }: Database, original: Uint8Array, mint: () => MintedSecret) {
  const rows: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const query = `SELECT to_jsonb(t) AS row FROM "${table}" t`;
    rows[table] = (await pool.query<{ row: unknown }>(query)).rows.map(({ row }) => row);
  }
  const text = JSON.stringify(rows);
  const ids = new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g));
  const hashes = new Set(text.match(/\b[0-9a-f]{64}\b|(?<=\\x)[0-9a-f]{64}/g));

  return async function copy(count: number): Promise<Copy[]> {
    const copies = Array.from({ length: count }, () => {
      const { secret, hash } = mint();
      const idOf = new Map(Array.from(ids, (id) => [id, randomUUID() as string]));
      let changed = text;
      for (const [id, another] of idOf) changed = changed.replaceAll(id, another);
      for (const old of hashes) {
        const isSecret = old === Buffer.from(original).toString("hex");
        changed = changed.replaceAll(
          old,
          isSecret ? Buffer.from(hash).toString("hex") : randomBytes(32).toString("hex"),
        );
      }
      return { secret, idOf: (id: string) => idOf.get(id) ?? "", rows: JSON.parse(changed) as typeof rows };
    });
    for (const table of TABLES) {
      // Events are numbered by the table itself.
      const id = table === "activity" ? `|| jsonb_build_object('id', nextval('activity_id_seq'))` : "";
      await pool.query(
        `INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", row ${id})).*
           FROM jsonb_array_elements($1::jsonb) row`,
        [JSON.stringify(copies.flatMap(({ rows }) => rows[table] ?? []))],
      );
    }
    return copies;
  };
}
