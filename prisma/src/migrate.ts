import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { withSchemaEngine } from "./engine";
import { packageRoot } from "./package-root";

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** A migration on disk does not fit what the database says it has run. The message says which, and what to do. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

// Ours, and not Prisma's own 72707369: the engine may take that one on another connection while we hold this.
const MIGRATION_LOCK = 7_270_7370;

export async function readMigrations(): Promise<Migration[]> {
  const folder = join(packageRoot, "migrations");
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(
    names
      .map((entry) => entry.name)
      .sort()
      .map(async (name) => {
        const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
        return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
      }),
  );
}

/**
 * Brings the database at `url` to the schema of this version and answers with the names of the migrations
 * that it ran, none when there was nothing to do. Instances that start together take turns.
 *
 * @throws MigrationError when a migration failed halfway or was edited after it ran; a `pg` error when the
 * server is away.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const migrations = await readMigrations();
    if (await isUpToDate(client, migrations)) return [];
    const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({
        filters: { externalTables: [], externalEnums: [] },
        migrationsList: {
          baseDir: join(packageRoot, "migrations"),
          lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
          shadowDbInitScript: "",
          migrationDirectories: migrations.map(({ name, sql }) => ({
            path: name,
            migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
          })),
        },
      }),
    );
    return appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/** Asks the database before it loads the engine: the ordinary start has nothing to do and should not wait. */
async function isUpToDate(client: pg.Client, migrations: Migration[]): Promise<boolean> {
  const table = await client.query<{ name: string | null }>(
    "SELECT to_regclass('_prisma_migrations') AS name",
  );
  if (table.rows[0]?.name == null) return false;
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const ran = new Map(rows.map((row) => [row.migration_name, row]));
  for (const { name, checksum } of migrations) {
    const row = ran.get(name);
    if (row && !row.finished) {
      throw new MigrationError(
        `Migration ${name} stopped halfway. Repair the database by hand, then mark it with "prisma migrate resolve".`,
      );
    }
    if (row && row.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after it ran on this database. Restore the file, and put the change into a new migration.`,
      );
    }
  }
  return migrations.every(({ name }) => ran.has(name));
}
