/** A uniform random integer from 0 (inclusive) to `bound` (exclusive). */
export type RandomInt = (bound: number) => number;

/** `length` characters of `alphabet`, each drawn on its own. */
export function drawCode(alphabet: string, length: number, randomInt: RandomInt): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}

/**
 * What a person typed, as the code that they meant: upper case, without dashes and spaces of any kind. Null when
 * that is not `lengths` characters of the alphabet.
 */
export function readCode(
  typed: string,
  alphabet: string,
  { minLength, maxLength }: { minLength: number; maxLength: number },
): string | null {
  const code = typed.replace(/[\s\p{Pd}_]/gu, "").toUpperCase();
  if (code.length < minLength || code.length > maxLength) return null;
  return Array.from(code).every((character) => alphabet.includes(character)) ? code : null;
}
