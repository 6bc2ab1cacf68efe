import { ProductError } from "../domain/errors";
import { cleanText } from "../domain/text";
import type { Passkey, Person, Removed } from "../store/index";
import type { Deps, Sender } from "./deps";
import { note } from "./note";

/** More than anybody has devices; less than would fill the table. */
export const MOST_PASSKEYS = 20;

export function listPasskeys({ store }: Pick<Deps, "store">, person: Person): Promise<Passkey[]> {
  return store.listPasskeys(person.id);
}

/**
 * Gives a passkey of this person another name; false for one that is gone or not theirs.
 * @throws ProductError `invalid-input` for a name without a visible character.
 */
export async function renamePasskey(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { id: string; name: string },
): Promise<boolean> {
  const name = cleanText(input.name);
  if (!name)
    throw new ProductError("invalid-input", "A passkey needs a name of at least one visible character.", {
      about: "empty-name",
    });
  const renamed = note(deps, sender, "passkey-renamed", deps.now());
  return deps.store.renamePasskey(input.id, person.id, name, renamed);
}

/** Removes a passkey of this person, unless it is their only way in. It signs nobody in from here on. */
export async function removePasskey(
  deps: Deps,
  sender: Sender,
  person: Person,
  { id }: { id: string },
): Promise<{ kind: Removed }> {
  const removed = note(deps, sender, "passkey-removed", deps.now());
  return { kind: await deps.store.removePasskey(id, person.id, deps.policy.signInWays, removed) };
}

/**
 * Before another passkey is made.
 * @throws ProductError `forbidden` for whoever has as many as there may be.
 */
export async function requireRoomForPasskey({ store }: Pick<Deps, "store">, personId: string): Promise<void> {
  if ((await store.countPasskeys(personId)) < MOST_PASSKEYS) return;
  throw new ProductError("forbidden", `You have ${MOST_PASSKEYS} passkeys. Remove one that you do not use.`);
}
