import { ProductError } from "../domain/errors";
import type { Deps } from "./deps";

/**
 * Gives a client a new secret: it is shown this once. The former one is refused from then on, by running servers
 * within five seconds. Nobody is signed out.
 * @throws ProductError `invalid-input` for a client that is not there, and for a public one.
 */
export async function replaceClientSecret(
  { store, secrets }: Pick<Deps, "store" | "secrets">,
  id: string,
): Promise<string> {
  const { clientSecret, secretHash } = secrets.mintClientSecret();
  if (await store.replaceClientSecret(id, secretHash)) return clientSecret;
  throw new ProductError(
    "invalid-input",
    (await store.findClient(id))
      ? `The client "${id}" is public and has no secret.`
      : `There is no client "${id}".`,
  );
}
