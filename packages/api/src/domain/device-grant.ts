export type DeviceGrantStatus = "pending" | "approved" | "denied" | "redeemed";

/** What a person says of a grant. */
export type Decision = "approve" | "deny";

export const decidedStatus = { approve: "approved", deny: "denied" } as const satisfies Record<
  Decision,
  DeviceGrantStatus
>;

/**
 * Where a grant stands at `now`. Time ends what is pending, and also what was approved but not fetched: a key
 * is given within the code's life or not at all (RFC 8628 §3.5).
 */
export function grantStanding(
  grant: { status: DeviceGrantStatus; expiresAt: Date },
  now: Date,
): DeviceGrantStatus | "expired" {
  const canExpire = grant.status === "pending" || grant.status === "approved";
  return canExpire && grant.expiresAt <= now ? "expired" : grant.status;
}
