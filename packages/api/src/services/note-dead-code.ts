import { grantStanding } from "../domain/device-grant";
import type { DeviceGrant, Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { noteAlone } from "./note";

/**
 * Writes down that a person entered a code that was over (RFC 10027: a dead code that comes again is a sign of
 * phishing). Nothing of a code that is another person's: whose it was is told to nobody.
 */
export async function noteDeadCode(
  deps: Deps,
  sender: Sender,
  person: Pick<Person, "id">,
  grant: DeviceGrant,
  now: Date,
): Promise<void> {
  const standing = grantStanding(grant, now);
  if (standing === "pending" || (grant.reviewerId !== null && grant.reviewerId !== person.id)) return;
  const { id: grantId, clientId, deviceName } = grant;
  const about = { userId: person.id, grantId, clientId, deviceName, detail: standing };
  await noteAlone(deps, sender, "dead-code-tried", now, about);
}
