import { ProductError } from "../domain/errors";
import { cleanText } from "../domain/text";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { describeDevice, type Device } from "./devices";
import { note } from "./note";
import { deviceNotFound } from "./revoke-device";

/**
 * Gives a device of this person another name; the device as it is then.
 * @throws ProductError `invalid-input` for a name without a visible character, `device-not-found` for a device
 * that is not theirs.
 */
export async function renameDevice(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { id: string; name: string },
): Promise<Device> {
  const name = cleanText(input.name);
  if (!name)
    throw new ProductError("invalid-input", "A device needs a name of at least one visible character.", {
      about: "empty-name",
    });
  const renamed = note(deps, sender, "device-renamed", deps.now());
  if (!(await deps.store.renameKey(input.id, person.id, name, renamed))) throw deviceNotFound();
  const key = await deps.store.findOwnKey(input.id, person.id);
  if (!key) throw deviceNotFound();
  return describeDevice(deps, key, deps.now());
}
