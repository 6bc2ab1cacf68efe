import type { ActivityItem } from "@/trpc/client";

type Told = Pick<ActivityItem, "kind" | "detail">;

const deadCodes: Record<string, string> = {
  approved: "It had been approved already.",
  denied: "It had been denied already.",
  redeemed: "It had been used already.",
  expired: "Its time had run out.",
};

const accounts: Record<string, string> = {
  credential: "E-mail and password.",
  oidc: "An account at the identity provider.",
  github: "An account at GitHub.",
};

const budgets: [beginning: string, words: string][] = [
  ["start-login", "Too many logins were started from this address."],
  ["user-code", "Too many codes were entered."],
  ["dashboard-code", "Too many dashboard codes were entered."],
  ["sign-in", "Too many passwords were tried."],
  ["password", "Too many passwords were tried."],
  ["second-factor", "Too many codes were tried at sign-in."],
  ["issue-dashboard-code", "Too many dashboard codes were asked for."],
];

/** What there is to say of an event besides its kind, as a sentence; null for nothing. */
export function activityDetail({ kind, detail }: Told): string | null {
  if (!detail) return null;
  switch (kind) {
    case "device-renamed":
    case "passkey-renamed":
    case "name-changed":
    case "email-changed":
      return kind.endsWith("-changed") ? `It was “${detail}”.` : `It was called “${detail}”.`;
    case "passkey-added":
    case "passkey-removed":
      return `It is called “${detail}”.`;
    case "account-linked":
    case "account-unlinked":
      return accounts[detail] ?? null;
    case "dead-code-tried":
      return deadCodes[detail] ?? null;
    case "over-budget":
      return budgets.find(([beginning]) => detail.startsWith(beginning))?.[1] ?? null;
    default:
      return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
  }
}
