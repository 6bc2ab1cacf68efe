import { isProductError } from "../domain/errors";
import type { Spending } from "../limits/budgets";
import { addressSubject } from "../limits/subject";
import type { Deps, Sender } from "./deps";
import { noteAlone } from "./note";

/** One point of a budget, and whose account the attempt is about, where that is known. */
type Attempt = Spending & { userId?: string };

/**
 * Takes one point of each budget in turn, up to the first that has nothing left. The first refusal of a window is an
 * event; the thousandth is none, or the refused would fill the table.
 * @throws ProductError `over-budget` with the seconds to wait.
 */
export async function spend(deps: Deps, sender: Sender, ...inTurn: Attempt[]): Promise<void> {
  try {
    await deps.budgets.spend(...inTurn);
  } catch (error) {
    if (isProductError(error) && error.options.isFirstRefusal) {
      const refused = inTurn.find(({ name }) => name === error.options.budget);
      const about = { userId: refused?.userId, detail: error.options.budget };
      await noteAlone(deps, sender, "over-budget", deps.now(), about);
    }
    throw error;
  }
}

/**
 * Pays for a refresh token or an authorization code that is not known here. 256 bits cannot be guessed; whoever tries
 * all the same should not do it for free. A right one pays nothing.
 * @throws ProductError `over-budget` with the seconds to wait.
 */
export async function spendUnknownToken(deps: Deps, sender: Sender): Promise<void> {
  await spend(
    deps,
    sender,
    { name: "unknown-token:address", subject: addressSubject(sender.ipAddress) },
    { name: "unknown-token:service", subject: "all" },
  );
}
