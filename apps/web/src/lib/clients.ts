// The client that a command line is which names none; a test holds it against the product's own.
export const OWN_CLIENT_ID = "alprina-cli";

/** Our own command line, whose command we know. */
export function isOwnClient({ id }: { id: string }): boolean {
  return id === OWN_CLIENT_ID;
}

/** The letter that stands for a client without a logo: the first letter or digit of its name. */
export function letterMark(name: string): string {
  const letter = Array.from(name).find((character) => /[\p{L}\p{N}]/u.test(character));
  return (letter ?? Array.from(name.trim())[0] ?? "?").toUpperCase();
}
