import { ProductError } from "../domain/errors";
import { addressSubject } from "../limits/subject";
import { isWithin } from "../places/source";
import type { Deps, Sender } from "./deps";
import { spend } from "./spend";

/**
 * Whether a login may start from there at all, and one point of the budgets for it.
 * @throws ProductError `network-not-trusted` outside of the operator's networks; `over-budget` with the seconds to
 * wait for an address that starts too many logins, and for one that is blocked.
 */
export async function requireStart(deps: Deps, sender: Sender): Promise<void> {
  requireTrustedNetwork(deps, sender);
  const source = addressSubject(sender.ipAddress);
  await spend(
    deps,
    sender,
    { name: "start-login:address", subject: source },
    { name: "start-login:service", subject: "all" },
  );
  const now = deps.now();
  const blockedUntil = await deps.store.findSourceBlock(source, now);
  if (blockedUntil) {
    throw new ProductError("over-budget", "Logins from this address are paused. Wait, then try again.", {
      retryAfterSeconds: Math.max(1, Math.ceil((blockedUntil.getTime() - now.getTime()) / 1000)),
    });
  }
}

/** @throws ProductError `network-not-trusted` outside of the networks that the operator named. */
export function requireTrustedNetwork(
  { policy: { trustedNetworks } }: Pick<Deps, "policy">,
  { ipAddress }: Sender,
): void {
  if (trustedNetworks.length === 0 || isWithin(ipAddress, trustedNetworks)) return;
  throw new ProductError(
    "network-not-trusted",
    "Logins may not start from this network. Use one that the operator of this server trusts.",
  );
}
