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
  /** Above this age of a sign-in, approving asks for a new one; 0 asks never. */
  freshSignInSeconds: number;
  /** What an approval from another network than the terminal's gets: a plain warning, or a refusal. */
  otherNetwork: "warn" | "refuse";
  /** Where device logins may start from (CIDR); empty is everywhere. */
  trustedNetworks: readonly string[];
  /** How long an address may start no login after somebody said that one from there was not theirs. */
  sourceBlockSeconds: number;
  /** Served to this machine alone, as on a developer's desk. */
  serverIsLocal: boolean;
  /** Whether a mail tells a person of every new device of theirs. */
  tellsOfNewDevices: boolean;
  /** The ways to sign in that are offered: `password`, and the ids of identity providers. Passkeys always are. */
  signInWays: readonly string[];
  /** What the server is called where a person keeps its codes. */
  appName: string;
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
  freshSignInSeconds: 24 * 60 * 60,
  otherNetwork: "warn",
  trustedNetworks: [],
  sourceBlockSeconds: 60 * 60,
  serverIsLocal: false,
  tellsOfNewDevices: false,
  signInWays: ["password"],
  appName: "Alprina",
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

const LIFETIMES_SECONDS = [8 * 60 * 60, 30 * 24 * 60 * 60, 365 * 24 * 60 * 60];

/** The lifetimes that a person may choose from, the operator's longest last. In seconds. */
export function lifetimeChoices({ apiKeyTtlSeconds }: Pick<Policy, "apiKeyTtlSeconds">): number[] {
  return [...LIFETIMES_SECONDS.filter((seconds) => seconds < apiKeyTtlSeconds), apiKeyTtlSeconds];
}
