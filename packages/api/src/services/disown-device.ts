import { addressSubject } from "../limits/subject";
import { after } from "../domain/policy";
import type { AlertedDevice } from "../store/index";
import type { Deps, Sender } from "./deps";
import { note } from "./note";
import { openLink, standingOf, type RevocationAnswer } from "./review-revocation";
import { sourcesOf } from "./revocable-device";

export type DisownAnswer =
  | {
      kind: "disowned";
      deviceName: string;
      /** Addresses from which no login starts for a while. Never the one of whoever clicked. */
      pausedSources: string[];
      pausedForSeconds: number;
    }
  | RevocationAnswer;

/**
 * Somebody says, by the link in their mail, that a device is not theirs: it is revoked, and where it came from may
 * start no login for a while. A link works once; of calls that race, one does it, and the others are told.
 * @throws ProductError `over-budget`, the same for right and wrong links.
 */
export async function disownDevice(
  deps: Deps,
  sender: Sender,
  input: { token: string },
): Promise<DisownAnswer> {
  const found = await openLink(deps, sender, input);
  if (found.kind !== "device") return found;
  const { device } = found;
  const now = deps.now();
  if (device.revokedAt && !device.disownedAt) return standingOf(deps, device);
  const how = "by the link in the mail";
  const notes = {
    disowned: note(deps, sender, "login-disowned", now, how),
    revoked: note(deps, sender, "device-revoked", now, how),
  };
  const isDisowned = await deps.store.disownDevice(device.id, now, notes);
  deps.events.announce({ kind: "person", personId: device.userId });
  if (isDisowned) {
    const pausedSources = await pauseSourcesOf(deps, sender, device, now);
    const pausedForSeconds = deps.policy.sourceBlockSeconds;
    return { kind: "disowned", deviceName: device.name, pausedSources, pausedForSeconds };
  }
  const current = await deps.store.findAlertedDevice(device.id);
  return current ? standingOf(deps, current) : { kind: "unknown" };
}

/** Not one's own: a colleague's slip behind the same address must not shut oneself out. */
async function pauseSourcesOf(
  deps: Deps,
  sender: Sender,
  device: AlertedDevice,
  now: Date,
): Promise<string[]> {
  const { sourceBlockSeconds } = deps.policy;
  if (sourceBlockSeconds === 0) return [];
  const sources = sourcesOf(device);
  sources.delete(addressSubject(sender.ipAddress));
  const until = after(now, sourceBlockSeconds);
  for (const source of sources) await deps.store.blockSource(source, until, now);
  return [...sources];
}
