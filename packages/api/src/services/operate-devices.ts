import type { Person } from "../store/index";
import type { Deps } from "./deps";
import { operatorNote } from "./note";

type Operator = Pick<Person, "id">;

/** Revokes one device of a person for them. False when it was over, or is not theirs. */
export async function revokeDeviceOf(
  { store, now }: Pick<Deps, "store" | "now">,
  operator: Operator,
  { personId, deviceId }: { personId: string; deviceId: string },
): Promise<boolean> {
  const at = now();
  const note = operatorNote("device-revoked", at, "by the operator", operator);
  return (await store.revokeKeysWithIds(personId, [deviceId], at, note)) === 1;
}

/** Revokes every device of a person for them; how many it were. Their browsers stay signed in. */
export async function revokeDevicesOf(
  { store, now }: Pick<Deps, "store" | "now">,
  operator: Operator,
  { personId }: { personId: string },
): Promise<{ revoked: number }> {
  const at = now();
  const note = operatorNote("device-revoked", at, "by the operator", operator);
  return { revoked: await store.revokeKeys(personId, {}, at, note) };
}
