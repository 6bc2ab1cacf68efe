import { drawCode, readCode, type RandomInt } from "./code";

/** Letters and digits without the look-alikes I, L and O (0 and 1 are not in it either). */
export const DASHBOARD_CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
export const DASHBOARD_CODE_LENGTHS = { minLength: 6, maxLength: 12 };

/** A new dashboard code of `length` characters, 31^6 = 887 million of them at the default of six. */
export function drawDashboardCode(length: number, randomInt: RandomInt): string {
  return drawCode(DASHBOARD_CODE_ALPHABET, length, randomInt);
}

/** The characters of a dashboard code that was typed in any case, with or without dashes and spaces; else null. */
export function readDashboardCode(typed: string): string | null {
  return readCode(typed, DASHBOARD_CODE_ALPHABET, DASHBOARD_CODE_LENGTHS);
}

export type DashboardCodeStatus = "live" | "used" | "replaced";

/** Where a dashboard code stands at `now`. */
export function dashboardCodeStanding(
  code: { status: DashboardCodeStatus; expiresAt: Date },
  now: Date,
): DashboardCodeStatus | "expired" {
  return code.status === "live" && code.expiresAt <= now ? "expired" : code.status;
}
