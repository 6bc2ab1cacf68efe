import { REVOCATION_LINK_SECONDS } from "./alert";

const DAY_SECONDS = 24 * 60 * 60;

/**
 * For how long what is over is kept, in seconds, counted from its end.
 *
 * Codes and grants: a poll that comes late is still told what became of the login, a code that comes again still
 * revokes what it gave (RFC 6749 §4.1.2), and the page behind a mail's link still says where a device was approved.
 *
 * Rotated refresh tokens: one that comes again ends its family (RFC 9700 §4.14.2). A command line that slept for
 * longer than this while somebody else used its token is merely asked to sign in again.
 */
export const KEPT_SECONDS = {
  codes: REVOCATION_LINK_SECONDS + DAY_SECONDS,
  rotatedRefreshTokens: 30 * DAY_SECONDS,
  signIns: DAY_SECONDS,
} as const;

/** A device that ended is shown for as long as the events of it are, and for a month at least. */
export function endedDeviceKeptSeconds(activityDays: number): number {
  return Math.max(activityDays, 30) * DAY_SECONDS;
}
