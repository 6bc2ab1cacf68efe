import { dashboardCodeStanding, readDashboardCode } from "../domain/dashboard-code";
import { DEFAULT_DEVICE_NAME, OWN_CLIENT_ID, after } from "../domain/policy";
import { readScopes, writeScopes } from "../domain/scopes";
import { cleanText } from "../domain/text";
import { addressSubject } from "../limits/subject";
import type { Deps, DeviceFacts, Sender } from "./deps";
import { issueKey, type IssuedKey } from "./issue-key";
import { note } from "./note";
import { hashKey } from "./poll-login";
import { requireTrustedNetwork } from "./require-start";
import { spend } from "./spend";

export type RedeemAnswer =
  | { kind: "key"; issued: IssuedKey }
  /** The CLI offered to wait: it polls with this device code until the person clicks *Connect*. */
  | { kind: "confirmation"; deviceCode: string; intervalSeconds: number; expiresInSeconds: number }
  /** Never issued, replaced by a newer one, or out of time. */
  | { kind: "unknown" }
  | { kind: "used" }
  /** The operator wants every code confirmed, and this CLI did not offer it. The code is still good. */
  | { kind: "confirmation-required" };

/**
 * Takes a code that a person read on the dashboard and typed into a command line. Of parallel calls with one
 * code one wins.
 * @throws ProductError `over-budget`, the same for right and wrong codes.
 */
export async function redeemDashboardCode(
  deps: Deps,
  sender: Sender,
  input: DeviceFacts & { dashboardCode: string; offersConfirmation: boolean },
): Promise<RedeemAnswer> {
  requireTrustedNetwork(deps, sender);
  await spend(
    deps,
    sender,
    { name: "dashboard-code:address", subject: addressSubject(sender.ipAddress) },
    { name: "dashboard-code:service", subject: "all" },
  );
  const typed = readDashboardCode(input.dashboardCode);
  if (!typed) return { kind: "unknown" };
  const now = deps.now();
  const codeHmac = deps.secrets.hmacDashboardCode(typed);
  const code = await deps.store.findDashboardCodeByHmac(codeHmac);
  if (!code) return { kind: "unknown" };
  const standing = dashboardCodeStanding(code, now);
  if (standing !== "live") return { kind: standing === "used" ? "used" : "unknown" };
  if (!input.offersConfirmation && deps.policy.dashboardCodeConfirmation === "required") {
    return { kind: "confirmation-required" };
  }
  const facts = {
    clientId: OWN_CLIENT_ID,
    deviceOs: cleanText(input.deviceOs),
    clientVersion: cleanText(input.clientVersion, 60),
    ipAddress: sender.ipAddress,
  };
  const name = cleanText(input.deviceName) ?? DEFAULT_DEVICE_NAME.dashboardCode;
  const won = input.offersConfirmation
    ? await claim(deps, sender, code.id, { ...facts, deviceName: name }, now)
    : await redeem(deps, sender, code.id, name, facts, now);
  if (won) {
    // The page that shows the code waits for this.
    deps.events.announce({ kind: "person", personId: code.userId });
    return won;
  }
  // Lost a race: to another call with this code, or to a newer code of the same person.
  const current = await deps.store.findDashboardCodeByHmac(codeHmac);
  return { kind: current?.status === "used" ? "used" : "unknown" };
}

type Facts = Parameters<Deps["store"]["redeemDashboardCode"]>[2];

async function redeem(
  deps: Deps,
  sender: Sender,
  codeId: string,
  name: string,
  facts: Facts,
  now: Date,
): Promise<RedeemAnswer | null> {
  const order = {
    name,
    clientId: facts.clientId,
    scopes: readScopes(null),
    ttlSeconds: null,
    dialect: "v1" as const,
  };
  const added = note(deps, sender, "device-added", now);
  const issued = await issueKey(deps, order, now, (key) =>
    deps.store.redeemDashboardCode(codeId, key, facts, now, added),
  );
  return issued && { kind: "key", issued };
}

async function claim(
  deps: Deps,
  sender: Sender,
  codeId: string,
  facts: Facts & { deviceName: string },
  now: Date,
): Promise<RedeemAnswer | null> {
  const { policy, secrets } = deps;
  const { deviceCode, deviceCodeHash } = secrets.mintDeviceCode();
  const grant = {
    ...facts,
    id: secrets.newId(),
    deviceCodeHash,
    scope: writeScopes(readScopes(null)),
    intervalSeconds: policy.pollIntervalSeconds,
    createdAt: now,
    expiresAt: after(now, policy.deviceCodeTtlSeconds),
  };
  const used = note(deps, sender, "dashboard-code-used", now);
  const asOf = deps.pacer.asOf();
  if (!(await deps.store.claimDashboardCode(codeId, grant, now, used))) return null;
  // Whose it is, the first poll reads.
  deps.pacer.remember(hashKey(deviceCodeHash), { ...grant, isForAnybody: false, asOf });
  return {
    kind: "confirmation",
    deviceCode,
    intervalSeconds: policy.pollIntervalSeconds,
    expiresInSeconds: policy.deviceCodeTtlSeconds,
  };
}
