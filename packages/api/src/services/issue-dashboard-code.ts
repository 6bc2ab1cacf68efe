import { ProductError } from "../domain/errors";
import { after } from "../domain/policy";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { drawUntilFree } from "./draw";
import { note } from "./note";
import { requireFreshSignIn } from "./require-fresh-sign-in";
import { spend } from "./spend";

export interface IssuedDashboardCode {
  id: string;
  code: string;
  expiresAt: Date;
  expiresInSeconds: number;
  /** What to type in the terminal. */
  command: string;
}

/**
 * Gives a signed-in person a one-time code to type into a command line. It retires their former one.
 * @throws ProductError `over-budget`, `sign-in-too-old`.
 */
export async function issueDashboardCode(
  deps: Deps,
  sender: Sender,
  person: Person,
): Promise<IssuedDashboardCode> {
  const { policy, secrets, store } = deps;
  requireFreshSignIn(deps, sender);
  await spend(deps, sender, { name: "issue-dashboard-code:person", subject: person.id, userId: person.id });

  const now = deps.now();
  const id = secrets.newId();
  const expiresAt = after(now, policy.dashboardCodeTtlSeconds);
  const issued = note(deps, sender, "dashboard-code-issued", now);
  const { code } = await drawUntilFree(
    () => secrets.mintDashboardCode(policy.dashboardCodeLength),
    async ({ codeHmac }) => {
      const newCode = { id, userId: person.id, codeHmac, createdAt: now, expiresAt };
      const outcome = await store.issueDashboardCode(newCode, issued);
      if (outcome === "gone") {
        throw new ProductError("authentication-required", "This account is no longer there. Sign in again.");
      }
      return outcome === "stored";
    },
  );
  return {
    id,
    code,
    expiresAt,
    expiresInSeconds: policy.dashboardCodeTtlSeconds,
    command: `${policy.cliName} auth login --code ${code}`,
  };
}
