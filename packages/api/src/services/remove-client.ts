import type { Deps } from "./deps";
import { noSuchClient, requireRemovable } from "./preview-client-removal";

/**
 * Removes a client, and revokes every device that is signed in through it. How many those were. A login that is
 * under way gets no key any more.
 * @throws ProductError `invalid-input` for a client that is not there, and for the product's own.
 */
export async function removeClient({ store, now }: Pick<Deps, "store" | "now">, id: string): Promise<number> {
  requireRemovable(id);
  const signedOut = await store.removeClient(id, now());
  if (signedOut === null) throw noSuchClient(id);
  return signedOut;
}
