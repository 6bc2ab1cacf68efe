import { ProductError, isProductError } from "../domain/errors";
import { isDeadlock } from "./violations";

// PostgreSQL's classes for "not now": connection exceptions, out of connections, shutting down or starting up.
const SQLSTATE_AWAY = /^(08|53|57P)/;
// Prisma: cannot reach, timed out, connection closed, pool exhausted; and P2021, tables not there yet, which is
// a database that came up empty and has not been migrated.
const PRISMA_AWAY = new Set([
  "P1001",
  "P1002",
  "P1003",
  "P1008",
  "P1011",
  "P1017",
  "P2021",
  "P2024",
  "P2037",
]);
const NETWORK_AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
]);
const MESSAGE_AWAY =
  /timeout exceeded when trying to connect|timeout expired|^timeout expired$|query read timeout|connection terminated|can't reach database|connection (timeout|timed out)|not queryable|server has closed the connection|DatabaseNotReachable|cannot use a pool after calling end/i;

/** What a store knows of the database beside its answers. */
export interface Standing {
  /** False until the migrations of this version have run: until then a missing column is one that comes soon. */
  isMigrated: () => boolean;
}

const MIGRATED: Standing = { isMigrated: () => true };
/** undefined_column, and Prisma's word for it. */
const COLUMN_MISSING = new Set<unknown>(["42703", "P2022"]);

/** Whether `error` says that the database is away, as opposed to that the question was wrong. */
export function isAway(error: unknown, standing = MIGRATED, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, originalCode, name, message, cause, meta, errors } = error as {
    [key in "code" | "originalCode" | "name" | "message" | "cause" | "meta" | "errors"]?: unknown;
  };
  if (
    typeof code === "string" &&
    (NETWORK_AWAY.has(code) || PRISMA_AWAY.has(code) || SQLSTATE_AWAY.test(code))
  ) {
    return true;
  }
  // 42P01: no such table. PostgreSQL's word for a database that is not migrated yet; behind Prisma's own for what it
  // passes on as it is.
  if (code === "42P01" || originalCode === "42P01" || name === "PrismaClientInitializationError") return true;
  if ([code, originalCode].some((one) => COLUMN_MISSING.has(one)) && !standing.isMigrated()) return true;
  if (typeof message === "string" && MESSAGE_AWAY.test(message)) return true;
  const inner = [cause, (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError];
  return [...inner, ...(Array.isArray(errors) ? (errors as unknown[]) : [])].some((one) =>
    isAway(one, standing, depth + 1),
  );
}

export function databaseUnavailable(cause: unknown, standing?: Standing): unknown {
  return isAway(cause, standing)
    ? new ProductError("database-unavailable", "Database unavailable", { cause })
    : cause;
}

const ATTEMPTS = 3;

/**
 * Runs a write again that PostgreSQL undid because it and another waited for each other: nothing of it happened,
 * and its condition is looked at anew.
 */
async function retried<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error;
    }
  }
}

/** `store` with every method's failures translated: a database that is away becomes one product error. */
export function withAvailability<Store extends object>(store: Store, standing?: Standing): Store {
  const guarded = Object.entries(store).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await retried(() => (method as (...args: unknown[]) => Promise<unknown>)(...args));
      } catch (error) {
        throw isProductError(error) ? error : databaseUnavailable(error, standing);
      }
    },
  ]);
  return Object.fromEntries(guarded) as Store;
}
