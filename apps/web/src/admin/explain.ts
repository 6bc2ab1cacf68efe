import { databaseUnavailable, isProductError } from "@alprina/api";

/** What went wrong, and what to do about it, in words for the operator. */
export function explain(error: unknown): string {
  const known = databaseUnavailable(error);
  if (isProductError(known)) {
    if (known.code !== "database-unavailable") return known.message;
    return `The database does not answer (${reasonOf(known.options.cause)}). Nothing was changed.`;
  }
  if (!(error instanceof Error)) return String(error);
  if (["EnvError", "MigrationError", "AdminError", "PictureError"].includes(error.name)) return error.message;
  const { code } = error as { code?: unknown };
  if (code === "EACCES" || code === "EPERM") {
    return `${error.message}\n  Run this as the user that runs the server.`;
  }
  // PostgreSQL's own words, such as that the password is wrong: where in our code that was helps nobody.
  if (error.name === "error") return `The database refuses: ${error.message}.`;
  return error.stack ?? error.message;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "no reason given";
  // A name that stands for several addresses fails with one error for each.
  const { errors } = cause as { errors?: unknown[] };
  return cause.message.trim() || (errors?.[0] instanceof Error ? errors[0].message : cause.name);
}

/** An end that this command decided on: the sentence to print. */
export class AdminError extends Error {
  override name = "AdminError";
}
