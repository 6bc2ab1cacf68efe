import { createHash } from "node:crypto";

/** More than all that the product says; lists of varying length make ever new texts, and those are not worth keeping. */
const MOST = 500;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps this statement prepared: PostgreSQL reads and plans it once a connection
 * instead of each time, which for the longer ones costs more than carrying them out. Empty for texts beyond the first
 * five hundred: those are prepared for one use.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return "";
  // From the text, so that a pooler that hands connections on never has two texts under one name.
  const name = `a${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
  names.set(text, name);
  return name;
}
