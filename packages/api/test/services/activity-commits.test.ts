import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { changesOf } from "../support/changes";
import { openProduct } from "../support/product";

const product = await openProduct();
const sql = (statement: string) => product.database.prisma.$executeRawUnsafe(statement);

const letEventsBe = () => sql("DROP TRIGGER IF EXISTS refuse_event ON activity");

beforeAll(async () => {
  await sql(`CREATE FUNCTION refuse_event() RETURNS trigger LANGUAGE plpgsql AS $$
             BEGIN RAISE EXCEPTION 'this event is not to be written'; END $$`);
});
afterEach(letEventsBe);

/** Everything but what no event tells of: attempts, which are counted anyway, signing keys, and uses of a key. */
async function everything(): Promise<string[]> {
  const tables = await product.database.prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('budget', 'rate_limit', 'signing_key')`;
  const rows = await Promise.all(
    tables.map(({ name }) =>
      product.database.prisma.$queryRawUnsafe<{ row: string }[]>(
        `SELECT '${name} ' || (to_jsonb(t) - 'last_used_at')::text AS row FROM "${name}" t`,
      ),
    ),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .sort();
}

const changes = changesOf(product).flatMap((change) =>
  [...new Set(change.writes)].map((kind) => ({ ...change, kind })),
);

describe("a change and its event are there together or not at all", () => {
  it.each(changes)("when $action, and $kind cannot be written", async ({ given, kind }) => {
    const action = await given();
    const before = await everything();
    await sql(`CREATE TRIGGER refuse_event BEFORE INSERT ON activity FOR EACH ROW WHEN (NEW.kind = '${kind}')
               EXECUTE FUNCTION refuse_event()`);
    await expect(action()).rejects.toThrow("not to be written");
    expect(await everything()).toEqual(before);
    await letEventsBe();
    // It was for the event alone: now the same call does it.
    await action();
    expect(await everything()).not.toEqual(before);
  });
});
