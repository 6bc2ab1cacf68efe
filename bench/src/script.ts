import type { Statement } from "./tap";

/**
 * What a whole login says to PostgreSQL, to be said again by bare `pg`. A value is text, bytes (hex) or null; those
 * that are a login's own are marked, and get a fresh one of the same kind each time.
 */
export interface Script {
  /** When it was heard, Unix ms: times in it are told anew by how long ago that is. */
  heardAt: number;
  /** Groups of statements; one of more than one statement is a transaction. */
  groups: { text: string; values: ScriptValue[] }[][];
}
export type ScriptValue = null | { text: string; isOwn: boolean } | { hex: string; isOwn: boolean };

/**
 * Puts two logins of the same person together, as they were heard: statements that only one of them made are other
 * work of the server's and left out, and values that differ are a login's own.
 */
export function scriptOf(first: Statement[], second: Statement[], heardAt: number): Script {
  const inFirst = countTexts(first);
  const ofFirst = new Set(first.flatMap(({ values }) => values.map(keyOf)));
  const groups: Script["groups"] = [];
  const open = new Map<number, Script["groups"][number]>();
  for (const { connection, text, values } of second) {
    const left = inFirst.get(text) ?? 0;
    if (left === 0) continue;
    inFirst.set(text, left - 1);
    const statement = { text, values: values.map((value) => toScript(value, !ofFirst.has(keyOf(value)))) };
    if (/^\s*(COMMIT|ROLLBACK)/i.test(text)) {
      open.get(connection)?.push(statement);
      open.delete(connection);
    } else if (open.has(connection)) {
      open.get(connection)?.push(statement);
    } else {
      const group = [statement];
      groups.push(group);
      if (/^\s*(BEGIN|START TRANSACTION)/i.test(text)) open.set(connection, group);
    }
  }
  return { heardAt, groups };
}

function countTexts(statements: Statement[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of statements) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

type Value = Statement["values"][number];
const keyOf = (value: Value) => (value ? `${value.isBinary} ${value.bytes.toString("hex")}` : "null");

function toScript(value: Value, isOwn: boolean): ScriptValue {
  if (!value) return null;
  const { isBinary, bytes } = value;
  return isBinary ? { hex: bytes.toString("hex"), isOwn } : { text: bytes.toString("utf8"), isOwn };
}
