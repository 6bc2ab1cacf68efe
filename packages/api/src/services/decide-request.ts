import { grantStanding, type Decision } from "../domain/device-grant";
import type { Person } from "../store/index";
import type { Deps } from "./deps";

export type DecideAnswer =
  | { kind: "approved" | "denied" }
  | { kind: "already-decided"; status: "approved" | "denied" | "redeemed" }
  | { kind: "expired" | "unknown" | "taken" };

/**
 * Approves or denies a login that this person has reviewed. Of calls that race, one decides; the others are
 * told what was decided.
 */
export async function decideRequest(
  deps: Deps,
  person: Person,
  input: { grantId: string; decision: Decision },
): Promise<DecideAnswer> {
  const now = deps.now();
  if (await deps.store.decideGrant(input.grantId, person.id, input.decision, now)) {
    return { kind: input.decision === "approve" ? "approved" : "denied" };
  }
  const grant = await deps.store.findGrant(input.grantId);
  if (!grant) return { kind: "unknown" };
  if (grant.reviewerId !== person.id) return { kind: "taken" };
  const standing = grantStanding(grant, now);
  switch (standing) {
    case "expired":
      return { kind: "expired" };
    case "pending":
      // Between our write and our read nothing can have become pending again.
      return { kind: "unknown" };
    default:
      return { kind: "already-decided", status: standing };
  }
}
