/** By which way a command line came, and what became of its login. */
const endings = {
  "logins.start done": { way: "device", outcome: "started" },
  "grants.decide approved": { way: "device", outcome: "approved" },
  "grants.authorize yes": { way: "device", outcome: "approved" },
  "grants.decide denied": { way: "device", outcome: "denied" },
  "logins.poll expired": { way: "device", outcome: "expired" },
  "logins.poll expired, held": { way: "device", outcome: "expired" },
  "logins.poll approved": { way: "device", outcome: "redeemed" },
  "logins.poll approved, held": { way: "device", outcome: "redeemed" },
  "authorizations.redeem key": { way: "browser", outcome: "redeemed" },
  "dashboardCodes.issue done": { way: "dashboard", outcome: "started" },
  "dashboardCodes.redeem key": { way: "dashboard", outcome: "redeemed" },
} as const;

export type LoginOutcome = (typeof endings)[keyof typeof endings];

export const loginOutcomes: LoginOutcome[] = Object.values(endings);

/** What a procedure that ended so did to a login; undefined for most, which do nothing to one. */
export function loginOutcomeOf(procedure: string, ended: string): LoginOutcome | undefined {
  return (endings as Record<string, LoginOutcome>)[`${procedure} ${ended}`];
}
