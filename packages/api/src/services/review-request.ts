import { grantStanding } from "../domain/device-grant";
import { readUserCode } from "../domain/user-code";
import { addressSubject } from "../limits/subject";
import type { DeviceGrant, Person } from "../store/index";
import type { Deps, Sender } from "./deps";

/** What a person is shown before they decide. */
export interface LoginRequest {
  id: string;
  clientName: string;
  deviceName: string | null;
  deviceOs: string | null;
  clientVersion: string | null;
  ipAddress: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export type ReviewAnswer =
  | { kind: "pending"; request: LoginRequest }
  /** Another person reviewed this code first. */
  | { kind: "taken" }
  | { kind: "malformed" | "unknown" | "expired" | "approved" | "denied" | "redeemed" };

export function toRequest(grant: DeviceGrant): LoginRequest {
  const { id, deviceName, deviceOs, clientVersion, ipAddress, createdAt, expiresAt } = grant;
  return {
    id,
    clientName: grant.clientId,
    deviceName,
    deviceOs,
    clientVersion,
    ipAddress,
    createdAt,
    expiresAt,
  };
}

/**
 * Shows a signed-in person who asks, and binds the code to them: after this, no other account can decide it
 * (RFC 8628 §5.4). Called by a click, never by opening a page.
 * @throws ProductError `over-budget` for a person or an address that tries too many codes, right or wrong.
 */
export async function reviewRequest(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { userCode: string },
): Promise<ReviewAnswer> {
  const userCode = readUserCode(input.userCode);
  if (!userCode) return { kind: "malformed" };
  await spendGuess(deps, sender, person);
  const now = deps.now();
  const grant = await deps.store.findGrantByUserCode(deps.secrets.hmacUserCode(userCode));
  if (!grant) return { kind: "unknown" };
  const bound = await deps.store.bindGrantToReviewer(grant.id, person.id, now);
  if (bound) return { kind: "pending", request: toRequest(grant) };

  // Not bound: say why, by what the row is now. Whose it is comes first, so that a stranger learns no more.
  const current = (await deps.store.findGrant(grant.id)) ?? grant;
  if (current.reviewerId !== null && current.reviewerId !== person.id) return { kind: "taken" };
  const standing = grantStanding(current, now);
  return standing === "pending" ? { kind: "taken" } : { kind: standing };
}

/** One try at a user code, on the account and on the address. */
export async function spendGuess(deps: Deps, sender: Sender, person: Person): Promise<void> {
  await deps.budgets.spend("user-code:person", person.id);
  await deps.budgets.spend("user-code:address", addressSubject(sender.ipAddress));
}
