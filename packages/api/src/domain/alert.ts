/** After the first failed try, the second and so on; the last one again and again. In seconds. */
export const RETRY_PAUSES_SECONDS = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400] as const;

/** How long a mail is tried before it is given up. */
export const TRIED_FOR_SECONDS = 24 * 60 * 60;

/** How long one try may take: until then nobody else takes the mail, and after that somebody may. */
export const TRY_TAKES_AT_MOST_SECONDS = 120;

/** Mails to one person in one hour. Whoever approves more has them a little later, and no mailbox is flooded. */
export const MAILS_AN_HOUR = 30;

/** How long the link in a mail works. */
export const REVOCATION_LINK_SECONDS = 7 * 24 * 60 * 60;

/** When to try again after `tries` failed ones; null when a mail of this age is given up. */
export function nextTry(tries: number, { createdAt, now }: { createdAt: Date; now: Date }): Date | null {
  const pause = RETRY_PAUSES_SECONDS[Math.min(tries, RETRY_PAUSES_SECONDS.length) - 1] ?? 0;
  const next = new Date(now.getTime() + pause * 1000);
  return next.getTime() - createdAt.getTime() > TRIED_FOR_SECONDS * 1000 ? null : next;
}
