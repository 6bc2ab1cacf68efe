import { ProductError } from "../domain/errors";
import { openIdAccount, type FederatedIdentity } from "../domain/federated-identity";
import type { Person } from "../store/index";
import type { Deps } from "./deps";
import { readFederatedProfile } from "./federated-profile";

/**
 * The person behind a verified identity: keyed by issuer and subject, made at first sight. Any number of first
 * sights at once make one person. Null for a subject that no provider may give.
 *
 * An e-mail address never leads to a person: whoever gets hold of one at a provider would be that person here.
 * @throws ProductError `forbidden` when the address belongs to somebody who came another way.
 */
export async function findOrCreateFederatedPerson(
  { store, secrets }: Pick<Deps, "store" | "secrets">,
  identity: FederatedIdentity,
): Promise<Person | null> {
  const accountId = openIdAccount(identity.issuer, identity.subject);
  if (accountId === null) return null;
  const known = await store.findFederatedPerson(accountId);
  if (known) return known;
  const { email, isEmailVerified, fullName } = readFederatedProfile(identity);
  await store.createFederatedPerson({
    id: secrets.newId(),
    accountId,
    email,
    emailVerified: isEmailVerified,
    fullName,
  });
  // Whether it was this call or another that made them, they are there now; unless the address was in the way.
  const person = await store.findFederatedPerson(accountId);
  if (person) return person;
  throw new ProductError(
    "forbidden",
    "Another account here has this e-mail address. Sign in the way that account was made.",
  );
}
