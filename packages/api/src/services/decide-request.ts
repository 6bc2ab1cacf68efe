import { grantStanding, type Decision } from "../domain/device-grant";
import { ProductError } from "../domain/errors";
import { after, lifetimeChoices } from "../domain/policy";
import { narrowScopes, readScopes, writeScopes } from "../domain/scopes";
import { addressSubject } from "../limits/subject";
import type { DeviceGrant, Person } from "../store/index";
import { requireSome } from "./client-scopes";
import { describeSource, findNoPlace } from "../places/source";
import type { Deps, Sender } from "./deps";
import { mayApproveFrom } from "./networks";
import { note } from "./note";
import { hashKey } from "./poll-login";
import { requireFreshSignIn } from "./require-fresh-sign-in";

export type DecideAnswer =
  | { kind: "approved" }
  /** `pausedSeconds`: how long the address that asked may now start no login; absent when it may. */
  | { kind: "denied"; pausedSeconds?: number }
  | { kind: "already-decided"; status: "approved" | "denied" | "redeemed" }
  /** The operator lets nobody approve from another network than the terminal's. */
  | { kind: "other-network" }
  | { kind: "expired" | "unknown" | "taken" };

export interface DecideInput {
  grantId: string;
  decision: Decision;
  /** Those of the requested ones that the person allows; without it, all. */
  scopes?: string[];
  /** One of the request's `lifetimesSeconds`; without it the longest. */
  lifetimeSeconds?: number;
  /** A denial by somebody who never asked for this: its source may start no login for a while. */
  wasNotMe?: boolean;
}

/**
 * Approves or denies a login that this person has reviewed. Of calls that race, one decides; the others are
 * told what was decided.
 * @throws ProductError `invalid-input` for an approval that allows nothing (that is a denial) or a lifetime that is
 * not offered; `sign-in-too-old` for an approval by somebody who signed in long ago.
 */
export async function decideRequest(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: DecideInput,
): Promise<DecideAnswer> {
  const now = deps.now();
  const grant = await deps.store.findGrant(input.grantId);
  if (!grant) return { kind: "unknown" };
  const { decision } = input;
  if (decision === "approve") {
    requireFreshSignIn(deps, sender);
    if (!mayApproveFrom(deps, sender, grant)) return { kind: "other-network" };
  }
  const terms = {
    decision,
    scope: allowedScope(grant, input),
    keyTtlSeconds: decision === "approve" ? chosenLifetime(deps, input.lifetimeSeconds) : undefined,
    denialReason: decision === "deny" ? denialReason(deps, sender, grant, input) : undefined,
  };
  const kind = decision === "approve" ? "login-approved" : input.wasNotMe ? "login-disowned" : "login-denied";
  if (await deps.store.decideGrant(grant.id, person.id, terms, now, note(deps, sender, kind, now))) {
    // The command line's next poll here sees it, and does not wait for the database to tell everybody.
    deps.events.announce({ kind: "grant", deviceCodeHash: hashKey(grant.deviceCodeHash) });
    if (decision === "approve") return { kind: "approved" };
    const pausedSeconds = input.wasNotMe ? await blockSourceOf(deps, sender, grant, now) : undefined;
    return { kind: "denied", ...(pausedSeconds && { pausedSeconds }) };
  }
  return whatHappened((await deps.store.findGrant(grant.id)) ?? grant, person, now);
}

function whatHappened(grant: DeviceGrant, person: Person, now: Date): DecideAnswer {
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

/** @throws ProductError `invalid-input` for a lifetime that is not offered. In seconds. */
export function chosenLifetime({ policy }: Deps, chosen: number | undefined): number {
  const choices = lifetimeChoices(policy);
  const seconds = chosen ?? Math.max(...choices);
  if (choices.includes(seconds)) return seconds;
  throw new ProductError("invalid-input", "Choose one of the lifetimes that are offered.", {
    about: "unknown-lifetime",
  });
}

function allowedScope(grant: DeviceGrant, { decision, scopes }: DecideInput): string | undefined {
  if (decision === "deny" || scopes === undefined) return undefined;
  return writeScopes(requireSome(narrowScopes(readScopes(grant.scope), scopes)));
}

function denialReason(
  deps: Deps,
  sender: Sender,
  grant: DeviceGrant,
  { wasNotMe }: DecideInput,
): string | undefined {
  if (wasNotMe) return "disowned";
  return mayApproveFrom(deps, sender, grant) ? undefined : "other-network";
}

/**
 * For how many seconds. Not one's own address: a slip must not shut oneself out. Nor the server's own computer, which
 * is one under two addresses, and everybody at once behind a proxy that nobody told us of.
 */
async function blockSourceOf(
  { policy, store }: Deps,
  sender: Sender,
  grant: DeviceGrant,
  now: Date,
): Promise<number | undefined> {
  const source = addressSubject(grant.ipAddress);
  if (grant.ipAddress === null || source === addressSubject(sender.ipAddress)) return undefined;
  if (describeSource(grant.ipAddress, findNoPlace).kind === "loopback") return undefined;
  if (policy.sourceBlockSeconds === 0) return undefined;
  await store.blockSource(source, after(now, policy.sourceBlockSeconds), now);
  return policy.sourceBlockSeconds;
}
