import { formatsOf } from "./language";

/** `a, b, c`, with the words or marks of the language. */
export function listed(parts: string[], language: string): string {
  return new Intl.ListFormat(formatsOf(language), { type: "conjunction", style: "narrow" }).format(parts);
}
