import type { Person } from "@alprina/api";

/** What a page may know of who is signed in. */
export type Viewer = Pick<Person, "email" | "fullName">;

export function viewerOf(person: Person): Viewer {
  return { email: person.email, fullName: person.fullName };
}

/** `AL` for Ada Lovelace; the first letter of the e-mail address for somebody without a name. */
export function initials({ fullName, email }: Viewer): string {
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
