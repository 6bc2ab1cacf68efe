import { grantStanding, type Decision } from "../domain/device-grant";
import { narrowScopes, readScopes, writeScopes } from "../domain/scopes";
import type { Person } from "../store/index";
import { requireSome } from "./client-scopes";
import type { Deps } from "./deps";

export type DecideAnswer =
  | { kind: "approved" | "denied" }
  | { kind: "already-decided"; status: "approved" | "denied" | "redeemed" }
  | { kind: "expired" | "unknown" | "taken" };

/**
 * Approves or denies a login that this person has reviewed. Of calls that race, one decides; the others are
 * told what was decided. `scopes` are those of the requested ones that the person allows; without it, all.
 * @throws ProductError `invalid-input` for an approval that allows nothing: that is a denial.
 */
export async function decideRequest(
  deps: Deps,
  person: Person,
  input: { grantId: string; decision: Decision; scopes?: string[] },
): Promise<DecideAnswer> {
  const now = deps.now();
  const scope = await allowedScope(deps, input);
  if (await deps.store.decideGrant(input.grantId, person.id, { decision: input.decision, scope }, now)) {
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

async function allowedScope(
  { store }: Deps,
  { grantId, decision, scopes }: { grantId: string; decision: Decision; scopes?: string[] },
): Promise<string | undefined> {
  if (decision === "deny" || scopes === undefined) return undefined;
  const grant = await store.findGrant(grantId);
  return grant ? writeScopes(requireSome(narrowScopes(readScopes(grant.scope), scopes))) : undefined;
}
