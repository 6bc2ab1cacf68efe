import { drawCode, readCode, type RandomInt } from "./code";

// RFC 8628 §6.1: no vowels, so no words; no digits, so no look-alikes; 20^8 codes are 34.6 bits.
export const USER_CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
export const USER_CODE_LENGTH = 8;

/** A new user code as it is shown: `XXXX-XXXX`. */
export function drawUserCode(randomInt: RandomInt): string {
  const code = drawCode(USER_CODE_ALPHABET, USER_CODE_LENGTH, randomInt);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The eight letters of a user code that was typed in any case, with or without dashes and spaces; else null. */
export function readUserCode(typed: string): string | null {
  return readCode(typed, USER_CODE_ALPHABET, { minLength: USER_CODE_LENGTH, maxLength: USER_CODE_LENGTH });
}
