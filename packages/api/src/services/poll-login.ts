import { grantStanding } from "../domain/device-grant";
import { isProductError } from "../domain/errors";
import { DEFAULT_DEVICE_NAME } from "../domain/policy";
import type { DeviceGrant } from "../store/index";
import type { Deps } from "./deps";
import { mintKey, type IssuedKey } from "./mint-key";

export type PollAnswer =
  | { kind: "pending"; intervalSeconds: number }
  | { kind: "slow-down"; intervalSeconds: number }
  | { kind: "denied" }
  | { kind: "expired" }
  /** Never issued, or redeemed already: the same answer, for a caller who should not learn which. */
  | { kind: "unknown" }
  /** Approved by a person who is no longer there. */
  | { kind: "person-gone" }
  | { kind: "approved"; issued: IssuedKey };

/** A hash as a key of maps in memory. */
export const hashKey = (hash: Uint8Array) => Buffer.from(hash).toString("base64");

/**
 * One poll of a waiting command line (RFC 8628 §3.4-3.5). A decision is answered at once, whatever the pace;
 * of parallel polls of an approved grant one gets the key. While the database is away, a grant that this
 * instance knows to be pending stays pending: most clients give a login up at the first failed poll.
 */
export async function pollLogin(deps: Deps, input: { deviceCode: string }): Promise<PollAnswer> {
  const now = deps.now();
  const deviceCodeHash = deps.secrets.hashDeviceCode(input.deviceCode);
  const memoryKey = hashKey(deviceCodeHash);
  try {
    const grant = await deps.store.findGrantByDeviceCode(deviceCodeHash);
    if (!grant) return { kind: "unknown" };
    return await answer(deps, grant, memoryKey, now);
  } catch (error) {
    const intervalSeconds = deps.pacer.pendingInterval(memoryKey, now);
    if (isProductError(error) && error.code === "database-unavailable" && intervalSeconds !== undefined) {
      return { kind: "pending", intervalSeconds };
    }
    throw error;
  }
}

async function answer(deps: Deps, grant: DeviceGrant, memoryKey: string, now: Date): Promise<PollAnswer> {
  switch (grantStanding(grant, now)) {
    case "pending": {
      deps.pacer.remember(memoryKey, grant);
      const { tooSoon, intervalSeconds } = deps.pacer.take(memoryKey, now);
      return { kind: tooSoon ? "slow-down" : "pending", intervalSeconds };
    }
    case "denied":
      return { kind: "denied" };
    case "expired":
      return { kind: "expired" };
    case "redeemed":
      return { kind: "unknown" };
    case "approved":
      return redeem(deps, grant, memoryKey, now);
  }
}

async function redeem(deps: Deps, grant: DeviceGrant, memoryKey: string, now: Date): Promise<PollAnswer> {
  const { apiKey, newKey } = mintKey(deps, grant.deviceName ?? DEFAULT_DEVICE_NAME.deviceGrant, now);
  const person = await deps.store.redeemGrant(grant.id, newKey, now);
  if (person) {
    deps.pacer.forget(memoryKey);
    return {
      kind: "approved",
      issued: { apiKey, person, expiresAt: newKey.expiresAt, device: { id: newKey.id, name: newKey.name } },
    };
  }
  const current = await deps.store.findGrant(grant.id);
  // Still approved and yet not ours to redeem: the person is what is missing.
  return current?.status === "approved" ? { kind: "person-gone" } : { kind: "unknown" };
}
