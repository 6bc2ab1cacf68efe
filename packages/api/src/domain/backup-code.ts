import { drawCode, readCode, type RandomInt } from "./code";
import { DASHBOARD_CODE_ALPHABET } from "./dashboard-code";

/** How many a person is given, each for one sign-in without their app. */
export const BACKUP_CODES = 10;
export const BACKUP_CODE_LENGTH = 10;

/** A new backup code, `ABCDE-23456`: one of 31^10, which no budget lets anybody guess. */
export function drawBackupCode(randomInt: RandomInt): string {
  const code = drawCode(DASHBOARD_CODE_ALPHABET, BACKUP_CODE_LENGTH, randomInt);
  return `${code.slice(0, BACKUP_CODE_LENGTH / 2)}-${code.slice(BACKUP_CODE_LENGTH / 2)}`;
}

/** The ten characters of a backup code, however it was typed; null for what is none. */
export function readBackupCode(typed: string): string | null {
  return readCode(typed, DASHBOARD_CODE_ALPHABET, {
    minLength: BACKUP_CODE_LENGTH,
    maxLength: BACKUP_CODE_LENGTH,
  });
}
