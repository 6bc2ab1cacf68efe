/** What the operator decided. Times in seconds. */
export interface Policy {
  deviceCodeTtlSeconds: number;
  pollIntervalSeconds: number;
  dashboardCodeTtlSeconds: number;
  dashboardCodeLength: number;
  /** Whether a dashboard code must be confirmed on the page before its CLI gets a key. */
  dashboardCodeConfirmation: "optional" | "required";
  apiKeyTtlSeconds: number;
  /** Of a key that refresh tokens renew; the renewing itself ends after `apiKeyTtlSeconds`. */
  renewableKeyTtlSeconds: number;
  authorizationCodeTtlSeconds: number;
  apiKeyPrefix: string;
  /** The command that people type, as in `alprina login`. */
  cliName: string;
}

export const defaultPolicy: Policy = {
  deviceCodeTtlSeconds: 15 * 60,
  pollIntervalSeconds: 5,
  dashboardCodeTtlSeconds: 15 * 60,
  dashboardCodeLength: 6,
  dashboardCodeConfirmation: "optional",
  apiKeyTtlSeconds: 365 * 24 * 60 * 60,
  renewableKeyTtlSeconds: 60 * 60,
  authorizationCodeTtlSeconds: 60,
  apiKeyPrefix: "alprina_sk_live_",
  cliName: "alprina",
};

/** The public client of the command line itself: who asks when a request names no client. */
export const OWN_CLIENT_ID = "alprina-cli";

/** What a device is called when its CLI did not say. */
export const DEFAULT_DEVICE_NAME = {
  deviceGrant: "CLI (Device Authorization)",
  dashboardCode: "CLI (Dashboard Code)",
  authorizationCode: "CLI (Browser)",
} as const;

/** `seconds` after `now`. */
export function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
