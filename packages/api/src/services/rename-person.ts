import { ProductError } from "../domain/errors";
import { cleanText } from "../domain/text";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { note } from "./note";

/**
 * Another name for this person, which their terminals read from here on; the name as it is kept.
 * @throws ProductError `invalid-input` for a name without a visible character.
 */
export async function renamePerson(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { name: string },
): Promise<{ fullName: string }> {
  const fullName = cleanText(input.name);
  if (!fullName)
    throw new ProductError("invalid-input", "A name has at least one visible character.", {
      about: "empty-name",
    });
  await deps.store.renamePerson(person.id, fullName, note(deps, sender, "name-changed", deps.now()));
  return { fullName };
}
