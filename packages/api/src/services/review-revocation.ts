import { addressSubject } from "../limits/subject";
import type { AlertedDevice } from "../store/index";
import type { Deps, Sender } from "./deps";
import { showRevocable, sourcesOf, type RevocableDevice } from "./revocable-device";
import { spend } from "./spend";

export type RevocationAnswer =
  /** The device is signed in, as far as this link knows: one click revokes it. */
  | { kind: "open"; device: RevocableDevice }
  /**
   * Revoked by this link, or (`byLink` false) in another way. `pausedUntil` while no login may start from where it
   * came from.
   */
  | { kind: "revoked"; deviceName: string; revokedAt: Date; byLink: boolean; pausedUntil: Date | null }
  | { kind: "expired" }
  /** Never signed by us, or its device went with its account: the same answer, for whoever tries tokens. */
  | { kind: "unknown" };

/**
 * What a revocation link would do, and what it did. Changes nothing: mail scanners open every link.
 * @throws ProductError `over-budget`, the same for right and wrong links.
 */
export async function reviewRevocation(
  deps: Deps,
  sender: Sender,
  input: { token: string },
): Promise<RevocationAnswer> {
  const found = await openLink(deps, sender, input);
  return found.kind === "device" ? standingOf(deps, found.device) : found;
}

/** The device behind a link, if the link is good; one point of the budget for the try. */
export async function openLink(
  deps: Deps,
  sender: Sender,
  { token }: { token: string },
): Promise<{ kind: "device"; device: AlertedDevice } | { kind: "expired" | "unknown" }> {
  await spend(deps, sender, { name: "revocation-link:address", subject: addressSubject(sender.ipAddress) });
  const link = deps.secrets.readRevocation(token);
  if (!link) return { kind: "unknown" };
  if (link.expiresAt <= deps.now()) return { kind: "expired" };
  const device = await deps.store.findAlertedDevice(link.deviceId);
  return device ? { kind: "device", device } : { kind: "unknown" };
}

export async function standingOf(deps: Deps, device: AlertedDevice): Promise<RevocationAnswer> {
  const { disownedAt, revokedAt, name: deviceName } = device;
  if (disownedAt) {
    const pausedUntil = await pausedUntilOf(deps, device);
    return { kind: "revoked", deviceName, revokedAt: disownedAt, byLink: true, pausedUntil };
  }
  if (revokedAt) return { kind: "revoked", deviceName, revokedAt, byLink: false, pausedUntil: null };
  return { kind: "open", device: await showRevocable(deps, device) };
}

async function pausedUntilOf(deps: Deps, device: AlertedDevice): Promise<Date | null> {
  const now = deps.now();
  const ends = await Promise.all(
    [...sourcesOf(device)].map((source) => deps.store.findSourceBlock(source, now)),
  );
  return ends.reduce((latest, end) => (end && (!latest || end > latest) ? end : latest), null);
}
