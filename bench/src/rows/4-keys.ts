import { setTimeout as sleep } from "node:timers/promises";
import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { signUp } from "../people";
import { compare, type RowResult } from "../results";
import { insertKeys, insertResourceServer, sha256 } from "../seed";
import type { Instance, Stage } from "../stage";
import { compareRates, figuresOf, takeTurns, type Contender } from "../turns";
import { askOnce, introspect, verifyBetterAuth, verifyV1 } from "../wire";

const VALID = [200];
const STATISTICS_SETTLE_MS = 2_000;
const LAST_USED_WITHIN_MS = 75_000;
const SAMPLE = 100;

export async function keys(stage: Stage): Promise<RowResult> {
  const { secrets, seconds, rounds } = stage.options;
  const ours = await stage.ours("ours");
  const betterAuth = await stage.peer("better-auth");
  const client = await stage.client(ours.databaseUrl);
  const people = await signUp(ours.url, 8);
  const values = await insertKeys(
    client,
    secrets,
    people.map(({ id }) => id),
  );
  const ask = introspect(await insertResourceServer(client));
  const theirs = await copyKeys(betterAuth, await stage.client(betterAuth.databaseUrl), secrets);
  const ceilings = await keyCeilings(stage, ours, ask, values[0] ?? "");

  const until = { seconds };
  const on = (
    { url, pid }: { url: string; pid: number },
    name: string,
    shape: typeof verifyV1,
    all = values,
  ): Contender => ({
    ...{ name, pid, expected: VALID },
    job: () => ({ url, ...shape, values: all, until }),
  });
  const writtenBefore = await rowsWritten(client);
  const turns = await takeTurns(
    stage.loader,
    [
      on(ours, "ours, /v1/auth/me", verifyV1),
      on(betterAuth, "better-auth", verifyBetterAuth, theirs),
      on(ceilings.http, "node:http, /v1/auth/me", verifyV1),
      on(ours, "ours, /oauth/introspect", ask),
      on(ceilings.http, "node:http, /oauth/introspect", ask),
      on(ceilings.select, "node:http + select, /v1/auth/me", verifyV1),
    ],
    rounds,
  );
  const verified = ["ours, /v1/auth/me", "ours, /oauth/introspect"]
    .flatMap((name) => turns.get(name) ?? [])
    .reduce((sum, { requests }) => sum + requests, 0);
  await sleep(STATISTICS_SETTLE_MS);
  const written = ((await rowsWritten(client)) - writtenBefore) / verified;
  const kept = (await isUseKept(ours, client, values.slice(0, SAMPLE))) ? 1 : 0;

  return {
    row: 4,
    title: `Key verifications a second, ${secrets.toLocaleString("en-US")} keys at random`,
    comparisons: [
      ...["/v1/auth/me", "/oauth/introspect"].flatMap((path) => [
        compareRates(turns, `ours, ${path}`, `node:http, ${path}`, { atLeast: 0.6 }),
        compareRates(turns, `ours, ${path}`, "better-auth", { atLeast: 10 }),
      ]),
      compare(
        "rows written for each verification",
        { median: written, min: written, max: written },
        { atMost: 0.2 },
      ),
      compare(
        "last_used is kept all the same",
        { median: kept, min: kept, max: kept },
        { atLeast: 1 },
        "of 1",
      ),
    ],
    figures: figuresOf(turns),
    notes: [
      "better-auth verifies by a call on the server, so its peer has a route of one line around that call.",
    ],
  };
}

/** The ceilings, which answer what ours answers about a key. */
export async function keyCeilings(stage: Stage, ours: Instance, ask: typeof verifyV1, key: string) {
  const REPLIES = JSON.stringify({
    [verifyV1.path]: await askOnce(ours.url, verifyV1, key),
    [ask.path]: await askOnce(ours.url, ask, key),
  });
  const env = { REPLIES, DATABASE_URL: ours.databaseUrl, STATEMENT: "select" };
  return {
    http: await stage.ceiling("node:http", "http.mjs", { REPLIES }),
    select: await stage.ceiling("node:http + select", "database.mjs", env),
  };
}

/** A key that the plugin made, and copies of its row under other keys, hashed as the plugin hashes. */
async function copyKeys({ url }: Instance, client: pg.Client, count: number): Promise<string[]> {
  const email = `ada.${randomBytes(5).toString("hex")}@example.com`;
  const signedUp = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify({ name: "Ada", email, password: "correct horse battery" }),
  });
  const { user } = (await signedUp.json()) as { user: { id: string } };
  const made = (await (await fetch(`${url}/make-key`, { headers: { "X-User-Id": user.id } })).json()) as {
    id: string;
  };
  const values = Array.from({ length: count }, () => randomBytes(48).toString("base64url"));
  const { rows } = await client.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns WHERE table_name = 'apikey' AND column_name NOT IN ('id', 'key')`,
  );
  const columns = rows.map(({ column_name }) => `"${column_name}"`).join(", ");
  await client.query(
    `INSERT INTO apikey (id, key, ${columns})
     SELECT gen_random_uuid()::text, hash, ${columns} FROM apikey, unnest($1::text[]) AS hash WHERE id = $2`,
    [values.map((value) => createHash("sha256").update(value).digest("base64url")), made.id],
  );
  return values;
}

async function rowsWritten(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ written: string }>(
    "SELECT n_tup_upd AS written FROM pg_stat_user_tables WHERE relname = 'api_key'",
  );
  return Number(rows[0]?.written);
}

/** Whether keys that are verified now say so in their rows, soon. */
async function isUseKept({ url }: Instance, client: pg.Client, values: string[]): Promise<boolean> {
  await client.query("UPDATE api_key SET last_used_at = NULL WHERE key_hash = ANY ($1)", [
    values.map(sha256),
  ]);
  for (const deadline = Date.now() + LAST_USED_WITHIN_MS; Date.now() < deadline; await sleep(1_000)) {
    for (const value of values) await askOnce(url, verifyV1, value);
    const { rows } = await client.query<{ used: number }>(
      "SELECT count(*)::int AS used FROM api_key WHERE key_hash = ANY ($1) AND last_used_at IS NOT NULL",
      [values.map(sha256)],
    );
    if (rows[0]?.used === values.length) return true;
  }
  return false;
}
