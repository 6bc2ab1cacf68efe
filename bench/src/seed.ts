import { createHash, randomBytes, randomInt } from "node:crypto";
import { drawApiKey, visibleStart } from "@alprina/api/domain/api-key";
import type pg from "pg";

/** Rows that are put into the tables by SQL, because through the server it would take hours. */

export const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Pending grants as another instance would have started them. Their device codes. */
export async function insertGrants(client: pg.ClientBase, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () => randomBytes(32).toString("base64url"));
  await client.query(
    `INSERT INTO device_grant (id, device_code_hash, user_code_hmac, client_id, scope, interval_seconds, created_at, expires_at)
     SELECT gen_random_uuid(), hash, sha256(hash), 'alprina-cli', 'openid', 5, now(), now() + interval '30 minutes'
       FROM unnest($1::bytea[]) AS hash`,
    [codes.map(sha256)],
  );
  return codes;
}

const PREFIX = "alprina_sk_live_";

/** API keys of these people, evenly. */
export async function insertKeys(
  client: pg.ClientBase,
  count: number,
  personIds: string[],
): Promise<string[]> {
  const keys = Array.from({ length: count }, () => drawApiKey(PREFIX, (bound) => randomInt(bound)));
  await client.query(
    `INSERT INTO api_key (id, user_id, key_hash, visible_start, name, client_id, scope, created_at, expires_at)
     SELECT gen_random_uuid(), person, hash, start, 'bench', 'alprina-cli', 'openid email', now(), now() + interval '1 year'
       FROM unnest($1::bytea[], $2::text[], $3::text[]) AS row (hash, start, person)`,
    [
      keys.map(sha256),
      keys.map((key) => visibleStart(key, PREFIX)),
      keys.map((_, index) => personIds[index % personIds.length]),
    ],
  );
  return keys;
}

/** Somebody who may ask about keys (RFC 7662); the `Authorization` that it sends. */
export async function insertResourceServer(client: pg.ClientBase): Promise<string> {
  const [id, secret] = ["bench-api", randomBytes(32).toString("base64url")];
  await client.query(
    `INSERT INTO client (id, kind, name, secret_hash, grant_types, scopes, redirect_uris)
     VALUES ($1, 'resource_server', 'Bench', $2, '{}', '{}', '{}')
     ON CONFLICT (id) DO UPDATE SET secret_hash = $2`,
    [id, sha256(secret)],
  );
  return `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;
}

/** Makes both tables as large as years of use would: grants that are still remembered, and keys that are good. */
export async function grow(client: pg.ClientBase, rows: number, personIds: string[]): Promise<void> {
  await client.query(
    `INSERT INTO device_grant (id, device_code_hash, user_code_hmac, status, client_id, scope, interval_seconds,
                               created_at, expires_at)
     SELECT gen_random_uuid(), sha256(('code ' || i)::bytea), sha256(('user code ' || i)::bytea), 'pending',
            'alprina-cli', 'openid', 5, now(), now() + interval '30 minutes'
       FROM generate_series(1, $1::int) AS i`,
    [rows],
  );
  await client.query(
    `INSERT INTO api_key (id, user_id, key_hash, visible_start, name, client_id, scope, created_at, expires_at)
     SELECT gen_random_uuid(), ($2::text[])[1 + i % cardinality($2::text[])], sha256(('key ' || i)::bytea),
            'alprina_sk_live_abcd', 'bench', 'alprina-cli', 'openid email', now() - i * interval '1 second',
            now() + interval '1 year'
       FROM generate_series(1, $1::int) AS i`,
    [rows, personIds],
  );
  await client.query("VACUUM ANALYZE device_grant, api_key");
}

/** Grants that ran out long ago, for the clean-up to find. */
export async function insertExpired(client: pg.ClientBase, count: number): Promise<void> {
  await client.query(
    `INSERT INTO device_grant (id, device_code_hash, user_code_hmac, client_id, interval_seconds, created_at, expires_at)
     SELECT gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), sha256(gen_random_uuid()::text::bytea),
            'alprina-cli', 5, now() - interval '60 days', now() - interval '59 days'
       FROM generate_series(1, $1::int)`,
    [count],
  );
}
