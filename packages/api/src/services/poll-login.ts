import type { Client } from "../domain/client";
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
  /** It will be held until the person decides, so it never comes too soon. */
  isHeld?: boolean;
  /** Tells when nobody listens any more. A key is handed out once, so nobody is not given one. */
  hangUp?: () => AbortSignal;
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
  const memoryKey = deps.secrets.memoryKeyOf(input.deviceCode);
  const remembered = answerFromMemory(deps, input, memoryKey, now);
  if (remembered) return remembered;
  const asOf = deps.pacer.asOf();
  try {
    // At once: a database that only falls silent must not be waited for twice.
    const [client, grant] = await Promise.all([
      input.client && identifyClient(deps, sender, input.client, { secret: "required" }),
      deps.store.findGrantByDeviceCode(deps.secrets.hashDeviceCode(input.deviceCode)),
    ]);
    if (client) requireGrantType(client, "device_code");
    if (!grant) {
      // 256 bits cannot be guessed; whoever tries all the same should not do it for free.
      await spend(
        deps,
        sender,
        { name: "unknown-device-code:address", subject: addressSubject(sender.ipAddress) },
        { name: "unknown-device-code:service", subject: "all" },
      );
      return { kind: "unknown" };
    }
    const isOpen = isForAnybody(grant, client ?? (await deps.clients.find(grant.clientId)));
    if (client ? grant.clientId !== client.id : !isOpen) return { kind: "unknown" };
    if (!bringsProof(deps, grant, input.codeVerifier)) return { kind: "wrong-verifier" };
    const dialect = client ? "oauth" : "v1";
    const { isHeld } = input;
    return await answer({
      ...{ deps, sender, grant, memoryKey, dialect, now },
      ...{ isForAnybody: isOpen, asOf, isHeld, hangUp: input.hangUp },
    });
  } catch (error) {
    const known = deps.pacer.lastKnown(memoryKey, now);
    if (known && isProductError(error) && error.code === "database-unavailable") {
      return { kind: "pending", intervalSeconds: known.pace.intervalSeconds };
    }
    throw error;
  }
}

/**
 * The same answer where it costs no query: for a grant that is pending for certain, and for whoever holds its code.
 * Undefined where `pollLogin` must be asked.
 */
export function pollFromMemory(deps: Deps, input: PollInput): PollAnswer | undefined {
  return answerFromMemory(deps, input, deps.secrets.memoryKeyOf(input.deviceCode), deps.now());
}

function answerFromMemory(
  deps: Deps,
  { client, isHeld }: PollInput,
  memoryKey: string,
  now: Date,
): PollAnswer | undefined {
  // A secret, right or wrong, is looked at.
  if (client?.clientSecret) return undefined;
  const known = deps.pacer.pending(memoryKey, now);
  if (!known?.isForAnybody || (client && client.clientId !== known.clientId)) return undefined;
  return pending(deps, memoryKey, now, isHeld);
}

function pending({ pacer }: Deps, memoryKey: string, now: Date, isHeld = false): PollAnswer {
  if (isHeld) {
    const intervalSeconds = pacer.lastKnown(memoryKey, now)?.pace.intervalSeconds ?? 0;
    return { kind: "pending", intervalSeconds };
  }
  const { tooSoon, intervalSeconds } = pacer.take(memoryKey, now);
  return { kind: tooSoon ? "slow-down" : "pending", intervalSeconds };
}

/** Whether whoever holds the device code may redeem it: no secret and no verifier was to be brought as well. */
export function isForAnybody(
  { codeChallenge }: Pick<DeviceGrant, "codeChallenge">,
  client: Pick<Client, "kind"> | null,
): boolean {
  return codeChallenge === null && client?.kind === "public";
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
  isForAnybody: boolean;
  asOf: number;
  isHeld: boolean | undefined;
  hangUp: PollInput["hangUp"];
}

async function answer(poll: Poll): Promise<PollAnswer> {
  const { deps, grant, memoryKey, now } = poll;
  switch (grantStanding(grant, now)) {
    case "pending":
      deps.pacer.remember(memoryKey, { ...grant, isForAnybody: poll.isForAnybody, asOf: poll.asOf });
      return pending(deps, memoryKey, now, poll.isHeld);
    case "denied":
      return { kind: "denied", reason: grant.denialReason };
    case "expired":
      return { kind: "expired" };
    case "redeemed":
      return { kind: "unknown" };
    case "approved":
      // Who gave up waiting for this answer asks again, and gets the key then.
      return poll.hangUp?.().aborted ? pending(deps, memoryKey, now, true) : redeem(poll);
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
