import type { Happening } from "./hub";

/** The channel on which all instances are told. The triggers of the database know it too. */
export const CHANNEL = "alprina";

const WORD = /^(grant|person|client):(.+)$/s;

/** A happening as it travels between instances; the triggers write the same. */
export function toWord(happening: Happening): string {
  switch (happening.kind) {
    case "grant":
      return `grant:${happening.deviceCodeHash}`;
    case "person":
      return `person:${happening.personId}`;
    case "client":
      return `client:${happening.clientId}`;
  }
}

/** Undefined for what a newer version may say beside us. */
export function readWord(word: string | undefined): Happening | undefined {
  const [, kind, id] = WORD.exec(word ?? "") ?? [];
  if (id === undefined) return undefined;
  if (kind === "grant") return { kind, deviceCodeHash: id };
  return kind === "person" ? { kind, personId: id } : { kind: "client", clientId: id };
}
