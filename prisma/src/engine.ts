import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type * as Engine from "@prisma/schema-engine-wasm";
import pg from "pg";
import { packageRoot } from "./package-root";

type Bindings = typeof Engine & { __wbg_set_wasm(exports: object): void };

/** The one function that we need of it: without the browser's types, Node's leave WebAssembly out. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: Record<string, object>,
    ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
  };
};

// One instance a process: the script keeps its WebAssembly in a variable of its module, which Node loads once
// however many copies of this file there are (bundles, test runners), and a second one would pull it away.
const slot = Symbol.for("alprina.schema-engine");
const shared = globalThis as {
  [slot]?: Promise<Bindings>;
  PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void };
};

async function loadBindings(): Promise<Bindings> {
  const require = createRequire(join(packageRoot, "package.json"));
  const scriptPath = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const script = (await import(/* webpackIgnore: true */ pathToFileURL(scriptPath).href)) as Bindings;
  const wasm = await readFile(join(dirname(scriptPath), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": script,
  });
  script.__wbg_set_wasm(instance.exports);
  // Where the engine says what went wrong when it cannot go on. It expects this to be there.
  shared.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message) => {
      throw new Error(`Prisma's schema engine stopped: ${message}`);
    },
  };
  instance.exports.__wbindgen_start();
  return script;
}

/**
 * The adapter cuts a script at every semicolon, also inside of a function's body or a comment. PostgreSQL takes a
 * script as it is, and runs it whole or not at all.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (sql) => {
      await connection.executeRaw({ sql, args: [], argTypes: [] });
    };
    return connection;
  }
}

/**
 * Prisma's schema engine, the one behind `prisma migrate`, in its WebAssembly form: it comes from the package
 * registry with everything else, where the native one would be a download of its own.
 * It leaves the same `_prisma_migrations` table, so `prisma migrate deploy` may be used on the same database.
 */
export async function withSchemaEngine<T>(
  url: string,
  use: (engine: Engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await (shared[slot] ??= loadBindings());
  const schema = await readFile(join(packageRoot, "schema.prisma"), "utf8");
  // A pool of our own making, because the engine never closes one that it opened itself.
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
  const engine = await SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    adapter,
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}
