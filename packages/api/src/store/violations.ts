/** PostgreSQL's and Prisma's word for a broken constraint, wherever in the chain of causes it stands. */
function hasCode(error: unknown, codes: readonly string[], depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, originalCode, cause, meta } = error as {
    code?: unknown;
    originalCode?: unknown;
    cause?: unknown;
    meta?: { driverAdapterError?: unknown };
  };
  if ([code, originalCode].some((one) => typeof one === "string" && codes.includes(one))) return true;
  return hasCode(cause, codes, depth + 1) || hasCode(meta?.driverAdapterError, codes, depth + 1);
}

/** A row with that value is there already. */
export const isTaken = (error: unknown) => hasCode(error, ["P2002", "23505"]);

/** Two writes waited for each other, and this one was undone; or it met another that it must not overtake. */
export const isDeadlock = (error: unknown) => hasCode(error, ["P2034", "40P01", "40001"]);

/** The account is locked: our own word, from the trigger that guards sessions. */
export const isLockedOut = (error: unknown) => hasCode(error, ["AL001"]);

/** No such table: the migrations that make it have not run. */
export const isMissingTable = (error: unknown) => hasCode(error, ["P2021", "42P01"]);

/** The row that this one belongs to is gone. */
export const isOrphaned = (error: unknown) => hasCode(error, ["P2003", "23503"]);
