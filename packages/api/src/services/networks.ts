import { compareSources, describeSource, type Source, type SourceComparison } from "../places/source";
import type { DeviceGrant } from "../store/index";
import type { Deps, Sender } from "./deps";

/** Where a request came from and where this browser is, and whether that is one network. */
export interface BothSides {
  terminal: Source;
  browser: Source;
  networks: SourceComparison;
}

/** Puts the two sides of a login beside each other (RFC 10027, proximity). */
export function bothSides(
  { findPlace, policy }: Pick<Deps, "findPlace" | "policy">,
  sender: Sender,
  grant: Pick<DeviceGrant, "ipAddress">,
): BothSides {
  const terminal = describeSource(grant.ipAddress, findPlace);
  const browser = describeSource(sender.ipAddress, findPlace);
  return { terminal, browser, networks: compareSources(terminal, browser, policy) };
}

/**
 * Whether the operator's policy lets a login be approved from this browser's network. Who wants one network must be
 * shown it wherever it can be known, which is between two public addresses.
 */
export function mayApproveFrom(
  deps: Pick<Deps, "findPlace" | "policy">,
  sender: Sender,
  grant: DeviceGrant,
): boolean {
  if (deps.policy.otherNetwork === "warn") return true;
  const { terminal, browser, networks } = bothSides(deps, sender, grant);
  if (networks !== "unknown") return networks === "same";
  return terminal.kind !== "public" || browser.kind !== "public";
}
