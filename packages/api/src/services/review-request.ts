import { grantStanding } from "../domain/device-grant";
import { readScopes, scopes, type Scope } from "../domain/scopes";
import { lifetimeChoices } from "../domain/policy";
import { readUserCode } from "../domain/user-code";
import { addressSubject } from "../limits/subject";
import type { DeviceGrant, Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { bothSides, mayApproveFrom, type BothSides } from "./networks";
import { note } from "./note";
import { noteDeadCode } from "./note-dead-code";
import { spend } from "./spend";

/** Who asks, as the operator registered it. */
export interface RequestingClient {
  id: string;
  name: string;
  /** A `data:` URL. */
  logo: string | null;
}

/** One thing that the key will be able to do, in words for a person. */
export interface ScopeOffer {
  scope: Scope;
  title: string;
  says: string;
}

/** What a person is shown before they decide. */
export interface LoginRequest {
  id: string;
  client: RequestingClient;
  scopes: ScopeOffer[];
  deviceName: string | null;
  deviceOs: string | null;
  clientVersion: string | null;
  ipAddress: string | null;
  createdAt: Date;
  expiresAt: Date;
  /** Where the terminal is and where this browser is. */
  sides: BothSides;
  /** False where the operator lets nobody approve from another network than the terminal's. */
  mayApprove: boolean;
  /** How long the key may live: what the person can choose from, in seconds, the longest last. */
  lifetimesSeconds: number[];
}

export type ReviewAnswer =
  | { kind: "pending"; request: LoginRequest }
  /** Another person reviewed this code first. */
  | { kind: "taken" }
  | { kind: "malformed" | "unknown" | "expired" | "approved" | "denied" | "redeemed" };

export async function toRequest(deps: Deps, sender: Sender, grant: DeviceGrant): Promise<LoginRequest> {
  const { id, deviceName, deviceOs, clientVersion, ipAddress, createdAt, expiresAt } = grant;
  return {
    id,
    client: await showClient(deps.clients, grant.clientId),
    scopes: offerScopes(readScopes(grant.scope)),
    deviceName,
    deviceOs,
    clientVersion,
    ipAddress,
    createdAt,
    expiresAt,
    sides: bothSides(deps, sender, grant),
    mayApprove: mayApproveFrom(deps, sender, grant),
    lifetimesSeconds: lifetimeChoices(deps.policy),
  };
}

/** A client that was removed since is shown by its id, which is all that is known of it. */
export async function showClient(clients: Deps["clients"], id: string): Promise<RequestingClient> {
  const client = await clients.find(id);
  return { id, name: client?.name ?? id, logo: client?.logo ?? null };
}

/** Each scope with what a person reads of it. */
export function offerScopes(requested: readonly Scope[]): ScopeOffer[] {
  return requested.map((scope) => ({ scope, ...scopes[scope] }));
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
  const reviewed = note(deps, sender, "login-reviewed", now);
  const bound = await deps.store.bindGrantToReviewer(grant.id, person.id, now, reviewed);
  if (bound) return { kind: "pending", request: await toRequest(deps, sender, grant) };

  // Not bound: say why, by what the row is now. Whose it is comes first, so that a stranger learns no more.
  const current = (await deps.store.findGrant(grant.id)) ?? grant;
  if (current.reviewerId !== null && current.reviewerId !== person.id) return { kind: "taken" };
  const standing = grantStanding(current, now);
  if (standing !== "pending") await noteDeadCode(deps, sender, person, current, now);
  return standing === "pending" ? { kind: "taken" } : { kind: standing };
}

/** One try at a user code, on the account and on the address. */
export async function spendGuess(deps: Deps, sender: Sender, person: Person): Promise<void> {
  await spend(
    deps,
    sender,
    { name: "user-code:person", subject: person.id, userId: person.id },
    { name: "user-code:address", subject: addressSubject(sender.ipAddress), userId: person.id },
    { name: "user-code:service", subject: "all" },
  );
}
