import type { ActivityKind } from "@alprina/api";
import type { Words } from "@/i18n/words";
import type { ActivityItem } from "@/trpc/client";

type Told = Pick<ActivityItem, "kind" | "detail">;
type Activity = Words<"activity">;

/** What happened; of a kind from a newer version, its name. */
export function kindIn(t: Activity, kind: string): string {
  const key = `kinds.${kind as ActivityKind}` as const;
  return t.has(key) ? t(key) : kind;
}

const deadCodes = {
  approved: "details.approvedBefore",
  denied: "details.deniedBefore",
  redeemed: "details.usedBefore",
  expired: "details.expiredBefore",
} as const;

const accounts = {
  credential: "details.byPassword",
  oidc: "details.atProvider",
  github: "details.atGitHub",
} as const;

const budgets = [
  ["start-login", "details.manyLogins"],
  ["user-code", "details.manyCodes"],
  ["dashboard-code", "details.manyDashboardCodes"],
  ["sign-in", "details.manyPasswords"],
  ["password", "details.manyPasswords"],
  ["second-factor", "details.manySecondFactors"],
  ["issue-dashboard-code", "details.manyIssued"],
] as const;

/** What the product writes down of why something ended, as it stands in the rows. */
const reasons = {
  "the account is locked": "details.isLocked",
  "the account was locked": "details.wasLocked",
  "by the operator": "details.byOperator",
  "its authorization code was used twice": "details.codeTwice",
  "a refresh token was used twice": "details.tokenTwice",
  "the program was removed": "details.programRemoved",
  "by the link in the mail": "details.byLink",
} as const;

/** What there is to say of an event besides its kind, as a sentence; null for nothing. */
export function activityDetail({ kind, detail }: Told, t: Activity): string | null {
  if (!detail) return null;
  switch (kind) {
    case "device-renamed":
    case "passkey-renamed":
      return t("details.renamed", { name: detail });
    case "name-changed":
    case "email-changed":
      return t("details.changed", { former: detail });
    case "passkey-added":
    case "passkey-removed":
      return t("details.called", { name: detail });
    case "account-linked":
    case "account-unlinked":
      return Object.hasOwn(accounts, detail) ? t(accounts[detail as keyof typeof accounts]) : null;
    case "dead-code-tried":
      return Object.hasOwn(deadCodes, detail) ? t(deadCodes[detail as keyof typeof deadCodes]) : null;
    case "over-budget": {
      const known = budgets.find(([beginning]) => detail.startsWith(beginning));
      return known ? t(known[1]) : null;
    }
    default:
      if (Object.hasOwn(reasons, detail)) return t(reasons[detail as keyof typeof reasons]);
      return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
  }
}
