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
  "name-changed": "The name was changed",
  "email-changed": "The e-mail address was changed",
  "passkey-added": "A passkey was added",
  "passkey-renamed": "A passkey was renamed",
  "passkey-removed": "A passkey was removed",
  "second-factor-on": "Two-factor sign-in was turned on",
  "second-factor-off": "Two-factor sign-in was turned off",
  "backup-codes-renewed": "New backup codes were made",
  "backup-code-used": "A backup code was used to sign in",
  "account-linked": "Another way to sign in was linked",
  "account-unlinked": "A way to sign in was unlinked",
  "account-locked": "The account was locked",
  "account-unlocked": "The account was unlocked",
  "account-deleted": "An account was deleted",
  "operator-made": "Became an operator of this server",
  "operator-removed": "Is no operator of this server any more",
} as const;

export type ActivityKind = keyof typeof activityKinds;

export const isActivityKind = (name: string): name is ActivityKind => Object.hasOwn(activityKinds, name);

/** What a person reads of an event; of a kind that this version does not know, its name. */
export const activityWords = (kind: string): string => (isActivityKind(kind) ? activityKinds[kind] : kind);

/** The kinds as a person looks for them: every kind is in one group. */
export const activityGroups = {
  "sign-ins": { title: "Sign-ins", kinds: ["signed-in", "sign-in-failed", "sessions-ended"] },
  terminals: {
    title: "Terminals",
    kinds: [
      "login-started",
      "login-reviewed",
      "login-approved",
      "dashboard-code-issued",
      "dashboard-code-used",
    ],
  },
  devices: { title: "Devices", kinds: ["device-added", "device-renamed", "device-revoked"] },
  refusals: {
    title: "Refusals",
    kinds: ["login-denied", "login-disowned", "dead-code-tried", "over-budget"],
  },
  account: {
    title: "Account",
    kinds: [
      ...([
        "password-changed",
        "name-changed",
        "email-changed",
        "passkey-added",
        "passkey-renamed",
        "passkey-removed",
      ] as const),
      ...(["second-factor-on", "second-factor-off", "backup-codes-renewed", "backup-code-used"] as const),
      ...(["account-linked", "account-unlinked", "account-locked", "account-unlocked"] as const),
      ...(["account-deleted", "operator-made", "operator-removed"] as const),
    ],
  },
} as const satisfies Record<string, { title: string; kinds: readonly ActivityKind[] }>;

export type ActivityGroup = keyof typeof activityGroups;

export const isActivityGroup = (name: string): name is ActivityGroup => Object.hasOwn(activityGroups, name);
