import { ProductError } from "../domain/errors";
import { subjectOfAccount } from "../domain/federated-identity";
import { readUserCode } from "../domain/user-code";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { mayApproveFrom } from "./networks";
import { note } from "./note";
import { noteDeadCode } from "./note-dead-code";
import { hashKey } from "./poll-login";
import { requireFreshSignIn } from "./require-fresh-sign-in";
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
  requireFreshSignIn(deps, sender);
  await spendGuess(deps, sender, person);
  const userCode = readUserCode(input.userCode);
  if (!userCode) return false;
  const now = deps.now();
  const grant = await deps.store.findGrantByUserCode(deps.secrets.hmacUserCode(userCode));
  if (!grant || !mayApproveFrom(deps, sender, grant)) return false;
  const reviewed = note(deps, sender, "login-reviewed", now);
  if (!(await deps.store.bindGrantToReviewer(grant.id, person.id, now, reviewed))) {
    await noteDeadCode(deps, sender, person, (await deps.store.findGrant(grant.id)) ?? grant, now);
    return false;
  }
  const approved = note(deps, sender, "login-approved", now);
  if (!(await deps.store.decideGrant(grant.id, person.id, { decision: "approve" }, now, approved)))
    return false;
  deps.events.announce({ kind: "grant", deviceCodeHash: hashKey(grant.deviceCodeHash) });
  return true;
}

async function isOwnSubject({ store }: Deps, person: Person, claimed: string): Promise<boolean> {
  if (claimed === person.id) return true;
  const accounts = await store.findFederatedAccounts(person.id);
  return accounts.some((account) => subjectOfAccount(account) === claimed);
}
