import { dashboardCodeStanding } from "../domain/dashboard-code";
import { grantStanding } from "../domain/device-grant";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { mustSignInAgain } from "./require-fresh-sign-in";
import { toRequest, type LoginRequest } from "./review-request";

export type DashboardCodeView =
  | { kind: "live"; expiresAt: Date }
  /** A command line typed it and waits for *Connect*, which takes a fresh sign-in: the page says so before. */
  | { kind: "claimed"; request: LoginRequest; mustSignInAgain: boolean }
  | { kind: "used"; deviceName: string | null }
  /** Approved, and the command line has not fetched its key yet. */
  | { kind: "connecting" }
  | { kind: "denied" | "expired" | "replaced" | "unknown" };

/** What has become of a code that this person's page shows. */
export async function watchDashboardCode(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { id: string },
): Promise<DashboardCodeView> {
  const now = deps.now();
  const code = await deps.store.findOwnDashboardCode(input.id, person.id);
  if (!code) return { kind: "unknown" };
  const standing = dashboardCodeStanding(code, now);
  if (standing === "live") return { kind: "live", expiresAt: code.expiresAt };
  if (standing !== "used") return { kind: standing };
  const grant = code.deviceGrantId ? await deps.store.findGrant(code.deviceGrantId) : null;
  if (!grant) return { kind: "used", deviceName: await deps.store.findDeviceNameOfCode(code.id) };
  switch (grantStanding(grant, now)) {
    case "pending":
      return {
        kind: "claimed",
        request: await toRequest(deps, sender, grant),
        mustSignInAgain: mustSignInAgain(deps, sender),
      };
    case "approved":
      return { kind: "connecting" };
    case "denied":
      return { kind: "denied" };
    case "expired":
      return { kind: "expired" };
    default:
      return { kind: "used", deviceName: grant.deviceName };
  }
}
