// The letters of the product's user codes, which a test holds against the product's own.
export const USER_CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

const LENGTH = 8;
const GROUP = 4;

/** The letters of a user code in what was typed or pasted, upper case, at most eight. The rest is left out. */
export function userCodeLetters(typed: string): string {
  return Array.from(typed.toUpperCase())
    .filter((character) => USER_CODE_ALPHABET.includes(character))
    .slice(0, LENGTH)
    .join("");
}

/** `XXXX-XXXX`, or as much of it as there is. */
export function formatUserCode(typed: string): string {
  const letters = userCodeLetters(typed);
  return letters.length > GROUP ? `${letters.slice(0, GROUP)}-${letters.slice(GROUP)}` : letters;
}

export function isWholeUserCode(typed: string): boolean {
  return userCodeLetters(typed).length === LENGTH;
}

/** How many letters of a code were typed, for what is said of it then; null when it is a whole one. */
export function lettersOfPart(typed: string): number | null {
  const { length } = userCodeLetters(typed);
  return length === LENGTH ? null : length;
}

/**
 * Formats what stands in the field and says where the caret belongs: after the same letter as before, and behind
 * the dash when it would stand in front of it.
 */
export function retypeUserCode(value: string, caret: number): { value: string; caret: number } {
  const formatted = formatUserCode(value);
  const lettersBefore = userCodeLetters(value.slice(0, caret)).length;
  const dashesBefore = lettersBefore > GROUP || (lettersBefore === GROUP && formatted.length > GROUP) ? 1 : 0;
  return { value: formatted, caret: Math.min(lettersBefore + dashesBefore, formatted.length) };
}

/** A code that came with the address, as it is put into the field. Never submitted by itself. */
export function userCodeFromQuery(value: string | string[] | undefined): string {
  return typeof value === "string" ? formatUserCode(value.slice(0, 64)) : "";
}
