import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withSchemaEngine } from "../src/engine";
import { migrate, readMigrations } from "../src/migrate";
import { packageRoot } from "../src/package-root";
import { startTestServer, type TestServer } from "../src/testing";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** An empty database, without our tables. */
async function emptyDatabase(): Promise<string> {
  const url = await server.createDatabase();
  await query(url, "DROP SCHEMA public CASCADE");
  await query(url, "CREATE SCHEMA public");
  return url;
}

/** Tables, columns, indexes and constraints, in words that can be compared. */
async function shapeOf(url: string): Promise<string[]> {
  const rows = await query<{ line: string }>(
    url,
    `SELECT concat_ws(' ', 'column', table_name, column_name, data_type, udt_name, is_nullable, column_default,
                      character_maximum_length, datetime_precision) AS line
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
     UNION ALL SELECT 'index ' || indexdef FROM pg_indexes
       WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
     UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
     UNION ALL SELECT 'enum ' || t.typname || ' ' || e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid`,
  );
  return rows.map(({ line }) => line).sort();
}

describe("the migrations", () => {
  it("lead to what schema.prisma says", async () => {
    const migrated = await server.createDatabase();
    const described = await emptyDatabase();
    const content = await readFile(join(packageRoot, "schema.prisma"), "utf8");
    const { stdout } = await withSchemaEngine(described, (engine) =>
      engine.diff({
        from: { tag: "empty" },
        to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    await query(described, stdout ?? "");
    const shape = await shapeOf(migrated);
    expect(shape).toContain("enum device_grant_status pending");
    expect(shape).toEqual(await shapeOf(described));
  });

  it("are recorded as Prisma's own command would, so that it may be used on the same database", async () => {
    const url = await server.createDatabase();
    const rows = await query<{ migration_name: string; checksum: string; applied_steps_count: number }>(
      url,
      "SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations ORDER BY started_at",
    );
    const migrations = await readMigrations();
    expect(migrations.length).toBeGreaterThan(0);
    expect(rows).toEqual(
      migrations.map(({ name, checksum }) => ({ migration_name: name, checksum, applied_steps_count: 1 })),
    );
  });

  it("run once, however many instances start at once", async () => {
    const url = await emptyDatabase();
    const names = (await readMigrations()).map(({ name }) => name);
    const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    expect(ran.flat()).toEqual(names);
    expect(await migrate(url)).toEqual([]);
  });

  it("make nobody an operator where people are already, and whoever comes after them neither", async () => {
    const url = await emptyDatabase();
    const signUp = (id: string) =>
      query(url, `INSERT INTO "user" (id, full_name, email) VALUES ('${id}', '', '${id}@example.com')`);
    const operators = `SELECT id FROM "user" WHERE operator_since IS NOT NULL`;
    const all = await readMigrations();
    const then = all.findIndex(({ name }) => name.endsWith("_operators"));
    for (const { sql } of all.slice(0, then)) await query(url, sql);
    await signUp("ada");
    for (const { sql } of all.slice(then)) await query(url, sql);
    await signUp("grace");
    expect(await query(url, operators)).toEqual([]);
    const fresh = await server.createDatabase();
    await query(fresh, `INSERT INTO "user" (id, full_name, email) VALUES ('ada', '', 'ada@example.com')`);
    expect(await query(fresh, operators)).toEqual([{ id: "ada" }]);
  });

  it("stop a start on a database that ran another version of one, or half of one", async () => {
    const url = await server.createDatabase();
    await query(url, "UPDATE _prisma_migrations SET checksum = 'another'");
    await expect(migrate(url)).rejects.toThrow(/was changed after it ran/);
    await query(url, "UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(migrate(url)).rejects.toThrow(/stopped halfway/);
  });
});
