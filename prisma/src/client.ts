import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/client";

export { Prisma, PrismaClient } from "../generated/client";
export type * from "../generated/models";
export * from "../generated/enums";

/** A Prisma client and the pool it draws from. `close` ends both and is safe to call twice. */
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
  /** How long for an answer. Command lines in the field give up after ten seconds; a silent network must not use them up. */
  queryTimeoutMs?: number;
}

/**
 * Opens a pool and a Prisma client over it. Nothing is connected until the first query, so this never
 * throws for a server that is away; the query does.
 */
export function openDatabase({
  url,
  maxConnections = 20,
  connectionTimeoutMs = 3_000,
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
  // An idle connection that the server closes raises here; without a listener it would end the process.
  // The next query simply opens another.
  pool.on("error", () => undefined);
  // Its other formats quote the arguments of a call that it refuses, and those may be what nobody should read.
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });
  let closed: Promise<void> | undefined;
  return {
    prisma,
    pool,
    close: () => (closed ??= prisma.$disconnect().then(() => pool.end())),
  };
}
