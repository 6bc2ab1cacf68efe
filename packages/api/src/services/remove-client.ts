import { ProductError } from "../domain/errors";
import { OWN_CLIENT_ID } from "../domain/policy";
import type { Deps } from "./deps";
import { NO_SENDER, note } from "./note";

/**
 * Removes a client, and revokes every device that is signed in through it. How many those were.
 * @throws ProductError `invalid-input` for a client that is not there, and for the product's own.
 */
export async function removeClient(
  deps: Pick<Deps, "store" | "now" | "findPlace">,
  id: string,
): Promise<number> {
  if (id === OWN_CLIENT_ID) {
    throw new ProductError(
      "invalid-input",
      `${OWN_CLIENT_ID} stays: command lines that name no client are it.`,
    );
  }
  const now = deps.now();
  const ended = note(deps, NO_SENDER, "device-revoked", now, "the program was removed");
  const revoked = await deps.store.removeClient(id, now, ended);
  if (revoked === null) throw new ProductError("invalid-input", `There is no client "${id}".`);
  return revoked;
}
