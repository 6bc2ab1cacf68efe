import { grantStanding } from "../domain/device-grant";
import { readUserCode } from "../domain/user-code";
import { addressSubject } from "../limits/subject";
import { describeSource, type Source } from "../places/source";
import type { DeviceGrant, Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { showClient, toRequest, type LoginRequest, type RequestingClient } from "./review-request";

/** A login as its page shows it to the person who reviewed it. */
export type LoginView =
  | { kind: "pending"; request: LoginRequest }
  | {
      kind: "approved" | "denied" | "redeemed" | "expired";
      client: RequestingClient;
      deviceName: string | null;
      /** When the person decided; null for a login that nobody did. */
      decidedAt: Date | null;
    }
  /** Denied as somebody else's: where it came from, and for how long that may start no other. */
  | { kind: "disowned"; client: RequestingClient; from: Source; pausedSeconds: number | null }
  /** No login, somebody else's, or one that is still to be decided and was asked for without its code. */
  | { kind: "unknown" };

/**
 * What has become of a login, for the person who reviewed it; nobody else learns that there is one. Only reads. One
 * that is still to be decided is shown with its code alone, which the page must have in order to show it.
 */
export async function showLogin(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { grantId: string; userCode?: string },
): Promise<LoginView> {
  const now = deps.now();
  const grant = await deps.store.findGrant(input.grantId);
  if (!grant || grant.reviewerId !== person.id) return { kind: "unknown" };
  const standing = grantStanding(grant, now);
  if (standing === "pending") {
    if (!(await isCodeOf(deps, grant, input.userCode))) return { kind: "unknown" };
    return { kind: "pending", request: await toRequest(deps, sender, grant) };
  }
  const client = await showClient(deps.clients, grant.clientId);
  if (standing === "denied" && grant.denialReason === "disowned") {
    const until = await deps.store.findSourceBlock(addressSubject(grant.ipAddress), now);
    return {
      kind: "disowned",
      client,
      from: describeSource(grant.ipAddress, deps.findPlace),
      // In whole minutes: nobody reads seconds off a pause.
      pausedSeconds: until && Math.ceil((until.getTime() - now.getTime()) / 60_000) * 60,
    };
  }
  return { kind: standing, client, deviceName: grant.deviceName, decidedAt: grant.decidedAt };
}

/** Their own login, so there is nothing to guess here and no budget to spend. */
async function isCodeOf(deps: Deps, grant: DeviceGrant, typed: string | undefined): Promise<boolean> {
  const userCode = readUserCode(typed ?? "");
  if (!userCode) return false;
  const found = await deps.store.findGrantByUserCode(deps.secrets.hmacUserCode(userCode));
  return found?.id === grant.id;
}
