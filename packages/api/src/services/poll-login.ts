import { grantStanding } from "../domain/device-grant";
import { isProductError } from "../domain/errors";
import { DEFAULT_DEVICE_NAME } from "../domain/policy";
import { isVerifier } from "../domain/pkce";
import { readScopes } from "../domain/scopes";
import type { DeviceGrant } from "../store/index";
import { addressSubject } from "../limits/subject";
import type { Deps, Sender } from "./deps";
import { identifyClient, requireGrantType, type ClientCredentials } from "./identify-client";
import { issueKey, type IssuedKey } from "./issue-key";
import { note } from "./note";
import { spend } from "./spend";

export type PollAnswer =
  | { kind: "pending"; intervalSeconds: number }
  | { kind: "slow-down"; intervalSeconds: number }
  /** `reason` is null for a plain denial. */
  | { kind: "denied"; reason: string | null }
  | { kind: "expired" }
  /** Never issued, redeemed already, or another client's: the same answer, for a caller who should not learn which. */
  | { kind: "unknown" }
  /** The grant is bound to a verifier (RFC 7636), and this is not it. */
  | { kind: "wrong-verifier" }
  /** Approved by a person who is no longer there, was locked, or signed out everywhere since. */
  | { kind: "person-gone" }
  | { kind: "approved"; issued: IssuedKey };

export interface PollInput {
  deviceCode: string;
  /** Who asks, in OAuth's dialect. `/v1` has no such thing and is for public clients without a challenge. */
  client?: ClientCredentials;
  codeVerifier?: string;
}

/** A hash as a key of maps in memory. */
export const hashKey = (hash: Uint8Array) => Buffer.from(hash).toString("base64");

/**
 * One poll of a waiting command line (RFC 8628 §3.4-3.5). A decision is answered at once, whatever the pace;
 * of parallel polls of an approved grant one gets the key. While the database is away, a grant that this
 * instance knows to be pending stays pending: most clients give a login up at the first failed poll.
 * @throws ProductError `unknown-client` and `client-not-allowed` for a caller that names a client.
 */
export async function pollLogin(deps: Deps, sender: Sender, input: PollInput): Promise<PollAnswer> {
  const now = deps.now();
  const deviceCodeHash = deps.secrets.hashDeviceCode(input.deviceCode);
  const memoryKey = hashKey(deviceCodeHash);
  try {
    // At once: a database that only falls silent must not be waited for twice.
    const [client, grant] = await Promise.all([
      input.client && identifyClient(deps, sender, input.client, { secret: "required" }),
      deps.store.findGrantByDeviceCode(deviceCodeHash),
    ]);
    if (client) requireGrantType(client, "device_code");
    if (!grant) {
      // 256 bits cannot be guessed; whoever tries all the same should not do it for free.
      await spend(deps, sender, "unknown-device-code:address", addressSubject(sender.ipAddress));
      await spend(deps, sender, "unknown-device-code:service", "all");
      return { kind: "unknown" };
    }
    if (client ? grant.clientId !== client.id : !(await isForAnybody(deps, grant)))
      return { kind: "unknown" };
    if (!bringsProof(deps, grant, input.codeVerifier)) return { kind: "wrong-verifier" };
    return await answer({ deps, sender, grant, memoryKey, dialect: client ? "oauth" : "v1", now });
  } catch (error) {
    const intervalSeconds = deps.pacer.pendingInterval(memoryKey, now);
    if (isProductError(error) && error.code === "database-unavailable" && intervalSeconds !== undefined) {
      return { kind: "pending", intervalSeconds };
    }
    throw error;
  }
}

/** Whether whoever holds the device code may redeem it: no secret and no verifier was to be brought as well. */
async function isForAnybody({ clients }: Deps, grant: DeviceGrant): Promise<boolean> {
  return grant.codeChallenge === null && (await clients.find(grant.clientId))?.kind === "public";
}

function bringsProof(
  { secrets }: Deps,
  { codeChallenge }: DeviceGrant,
  verifier: string | undefined,
): boolean {
  return codeChallenge === null || (isVerifier(verifier) && secrets.challengeOf(verifier) === codeChallenge);
}

/** One poll, with all that is known of it. */
interface Poll {
  deps: Deps;
  sender: Sender;
  grant: DeviceGrant;
  memoryKey: string;
  dialect: "v1" | "oauth";
  now: Date;
}

async function answer(poll: Poll): Promise<PollAnswer> {
  const { deps, grant, memoryKey, now } = poll;
  switch (grantStanding(grant, now)) {
    case "pending": {
      deps.pacer.remember(memoryKey, grant);
      const { tooSoon, intervalSeconds } = deps.pacer.take(memoryKey, now);
      return { kind: tooSoon ? "slow-down" : "pending", intervalSeconds };
    }
    case "denied":
      return { kind: "denied", reason: grant.denialReason };
    case "expired":
      return { kind: "expired" };
    case "redeemed":
      return { kind: "unknown" };
    case "approved":
      return redeem(poll);
  }
}

async function redeem({ deps, sender, grant, memoryKey, dialect, now }: Poll): Promise<PollAnswer> {
  const order = {
    name: grant.deviceName ?? DEFAULT_DEVICE_NAME.deviceGrant,
    clientId: grant.clientId,
    scopes: readScopes(grant.scope),
    ttlSeconds: grant.keyTtlSeconds,
    dialect,
  };
  const added = note(deps, sender, "device-added", now);
  const issued = await issueKey(deps, order, now, (key) => deps.store.redeemGrant(grant.id, key, now, added));
  if (issued) {
    deps.pacer.forget(memoryKey);
    return { kind: "approved", issued };
  }
  const current = await deps.store.findGrant(grant.id);
  // Still approved and yet not ours to redeem: the person is what is missing.
  return current?.status === "approved" ? { kind: "person-gone" } : { kind: "unknown" };
}
