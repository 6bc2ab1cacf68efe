import { ProductError } from "../domain/errors";
import { subjectOfAccount } from "../domain/federated-identity";
import { readUserCode } from "../domain/user-code";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { spendGuess } from "./review-request";

/**
 * Approves a login by its user code in one call, for dashboards that show their own page (contract §1,
 * `/v1/auth/device/authorize`). True when this call approved it.
 * `claimedSubject` is whom the caller says they are: never a credential, but a contradiction is refused. Their id
 * here and their subject at the identity provider that they came from are both theirs.
 * @throws ProductError `forbidden` for another person's subject; `over-budget`, the same for right and wrong
 * codes.
 */
export async function authorizeUserCode(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { userCode: string; claimedSubject?: string },
): Promise<boolean> {
  if (input.claimedSubject && !(await isOwnSubject(deps, person, input.claimedSubject))) {
    throw new ProductError("forbidden", "stack_user_id is not the signed-in user.");
  }
  await spendGuess(deps, sender, person);
  const userCode = readUserCode(input.userCode);
  if (!userCode) return false;
  const now = deps.now();
  const grant = await deps.store.findGrantByUserCode(deps.secrets.hmacUserCode(userCode));
  if (!grant || !(await deps.store.bindGrantToReviewer(grant.id, person.id, now))) return false;
  return deps.store.decideGrant(grant.id, person.id, { decision: "approve" }, now);
}

async function isOwnSubject({ store }: Deps, person: Person, claimed: string): Promise<boolean> {
  if (claimed === person.id) return true;
  const accounts = await store.findFederatedAccounts(person.id);
  return accounts.some((account) => subjectOfAccount(account) === claimed);
}
