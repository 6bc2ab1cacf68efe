import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/client";
import { statementName } from "./statement-names";

export { Prisma, PrismaClient } from "../generated/client";
export type * from "../generated/models";
export * from "../generated/enums";

/**
 * A Prisma client and the pool it draws from; what Prisma says is prepared. `close` ends both and is safe to call twice.
 */
export interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL connection URL. */
  url: string;
  /** Connections at most. */
  maxConnections?: number;
  /** How long a caller waits for a connection before it gets an error, in milliseconds. */
  connectionTimeoutMs?: number;
  /** How many may wait for one at a time. More are refused at once: they would only be refused later. */
  maxWaiting?: number;
  /**
   * How long for an answer. Command lines in the field give up after ten seconds; a silent network must not use them up.
   */
  queryTimeoutMs?: number;
}

/** A connection serves some hundred callers within a second. */
const WAITING_PER_CONNECTION = 100;

/** As PostgreSQL says it when it has no connection left: class 53, insufficient resources. */
const TOO_MANY_CONNECTIONS = "53300";

/**
 * Opens a pool and a Prisma client over it. Nothing is connected until the first query, so this never
 * throws for a server that is away; the query does.
 */
export function openDatabase({
  url,
  maxConnections = 20,
  connectionTimeoutMs = 3_000,
  maxWaiting = maxConnections * WAITING_PER_CONNECTION,
  queryTimeoutMs = 4_000,
}: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectionTimeoutMs,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    application_name: "alprina",
  });
  boundQueue(pool, maxWaiting);
  // An idle connection that the server closes raises here; without a listener it would end the process.
  // The next query simply opens another.
  pool.on("error", () => undefined);
  // Its other formats quote the arguments of a call that it refuses, and those may be what nobody should read.
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) });
  const prisma = new PrismaClient({ adapter, errorFormat: "minimal" });
  let closed: Promise<void> | undefined;
  return {
    prisma,
    pool,
    close: () => (closed ??= prisma.$disconnect().then(() => pool.end())),
  };
}

/** `pool.query` asks for its connection here as well. */
function boundQueue(pool: pg.Pool, maxWaiting: number): void {
  type Callback = Parameters<typeof pool.connect>[0];
  const connect = pool.connect.bind(pool) as (callback?: Callback) => unknown;
  const bounded = (callback?: Callback) => {
    if (pool.waitingCount < maxWaiting) return connect(callback);
    const error = Object.assign(new Error("Too many wait for a connection to the database"), {
      code: TOO_MANY_CONNECTIONS,
    });
    if (!callback) return Promise.reject(error);
    process.nextTick(() => callback(error, undefined, () => undefined));
    return undefined;
  };
  pool.connect = bounded as typeof pool.connect;
}
