/** Everything that is written down, with what a person reads of it in their list. The only list. */
export const activityKinds = {
  "signed-in": "Signed in",
  "sign-in-failed": "Sign-in failed",
  "login-started": "A terminal asked to sign in",
  "login-reviewed": "Looked at a terminal's request",
  "login-approved": "Approved a terminal",
  "login-denied": "Denied a terminal",
  "login-disowned": "Said that a terminal's request was not theirs",
  "dead-code-tried": "Entered a code that was over",
  "dashboard-code-issued": "Got a code for a terminal",
  "dashboard-code-used": "A terminal entered the code",
  "device-added": "A device was signed in",
  "device-renamed": "A device was renamed",
  "device-revoked": "A device was revoked",
  "over-budget": "Too many attempts were refused",
  "sessions-ended": "Browsers were signed out",
  "password-changed": "The password was changed",
  "account-locked": "The account was locked",
  "account-unlocked": "The account was unlocked",
  "account-deleted": "An account was deleted",
} as const;

export type ActivityKind = keyof typeof activityKinds;

export const isActivityKind = (name: string): name is ActivityKind => Object.hasOwn(activityKinds, name);
