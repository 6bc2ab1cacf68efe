import type { Person } from "@alprina/api";

/** What a page may know of who is signed in. */
export interface Viewer extends Pick<Person, "email" | "fullName"> {
  /** Whether they look after this server. */
  isOperator: boolean;
}

/** `operator` is what makes them one, if anything does. */
export function viewerOf(person: Person, operator: object | null): Viewer {
  return { email: person.email, fullName: person.fullName, isOperator: operator !== null };
}

/** `AL` for Ada Lovelace; the first letter of the e-mail address for somebody without a name. */
export function initials({ fullName, email }: Pick<Viewer, "fullName" | "email">): string {
  const words = (fullName ?? "").trim().split(/\s+/u).filter(Boolean);
  const chosen =
    words.length > 1 ? [words[0], words[words.length - 1]] : words.length === 1 ? words : [email];
  return chosen
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

export function firstName({ fullName }: Viewer): string | null {
  return fullName?.trim().split(/\s+/u)[0] || null;
}
