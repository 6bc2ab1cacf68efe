import { MAILS_AN_HOUR, REVOCATION_LINK_SECONDS, TRY_TAKES_AT_MOST_SECONDS, nextTry } from "../domain/alert";
import { canGetMail } from "../domain/mail-address";
import { after } from "../domain/policy";
import type { Deps } from "./deps";
import { showRevocable, type RevocableDevice } from "./revocable-device";

/** Everything that a mail about a new device says. It holds no code and no key. */
export interface AlertMail {
  to: string;
  /** What the person reads; null where nobody knows. */
  language: string | null;
  deviceId: string;
  device: RevocableDevice;
  /** Revokes the device after one confirmation, once, until `linkExpiresAt`. */
  revokeUrl: string;
  linkExpiresAt: Date;
  devicesUrl: string;
}

export type SendAnswer =
  | { kind: "sent" }
  /** Another time may be better. */
  | { kind: "failed"; why: string }
  /** The mail server will never take this one. */
  | { kind: "refused"; why: string };

export type SendAlert = (mail: AlertMail) => Promise<SendAnswer>;

export type Delivery =
  | { kind: "nothing-due" }
  | { kind: "sent"; deviceId: string }
  /** Its person has no address, or is gone by now. */
  | { kind: "needless"; deviceId: string }
  | { kind: "postponed" | "given-up"; deviceId: string; tries: number; why: string };

/**
 * Sends one mail that is due, of any person. A worker that dies in the middle of it leaves it to be sent again, so
 * that a mail may come twice and is never lost. One that nobody takes is given up after a day.
 */
export async function deliverAlert(deps: Deps, send: SendAlert): Promise<Delivery> {
  const { store } = deps;
  const startedAt = deps.now();
  const perPerson = { atMost: MAILS_AN_HOUR, since: after(startedAt, -60 * 60) };
  const claimed = await store.claimAlert(startedAt, after(startedAt, TRY_TAKES_AT_MOST_SECONDS), perPerson);
  if (!claimed) return { kind: "nothing-due" };
  const { deviceId, createdAt, tries } = claimed;
  const device = await store.findAlertedDevice(deviceId);
  if (!device || !canGetMail(device.email)) {
    await store.postponeAlert(deviceId, tries, null);
    return { kind: "needless", deviceId };
  }
  const linkExpiresAt = after(createdAt, REVOCATION_LINK_SECONDS);
  const answer = await send({
    to: device.email,
    language: device.language,
    deviceId,
    device: await showRevocable(deps, device),
    revokeUrl: `${deps.issuer}/revoke/${deps.secrets.signRevocation(deviceId, linkExpiresAt)}`,
    linkExpiresAt,
    devicesUrl: `${deps.issuer}/settings/devices`,
  });
  if (answer.kind === "sent") {
    await store.noteAlertSent(deviceId, deps.now());
    return { kind: "sent", deviceId };
  }
  const next = answer.kind === "refused" ? null : nextTry(tries, { createdAt, now: deps.now() });
  await store.postponeAlert(deviceId, tries, next);
  return { kind: next ? "postponed" : "given-up", deviceId, tries, why: answer.why };
}

const FORGOTTEN_AT_ONCE = 1_000;

/** Removes what is of no more use: the link of an old mail has ended. How many. */
export function forgetOldAlerts({ store, now }: Pick<Deps, "store" | "now">): Promise<number> {
  return store.forgetAlerts(after(now(), -REVOCATION_LINK_SECONDS), FORGOTTEN_AT_ONCE);
}
