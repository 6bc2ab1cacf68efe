import { isProductError } from "../domain/errors";
import type { BudgetName } from "../limits/budgets";
import { addressSubject } from "../limits/subject";
import type { Deps, Sender } from "./deps";
import { noteAlone } from "./note";

/**
 * Takes one point of a budget. The first refusal of a window is an event; the thousandth is none, or the refused
 * would fill the table.
 * @throws ProductError `over-budget` with the seconds to wait.
 */
export async function spend(
  deps: Deps,
  sender: Sender,
  name: BudgetName,
  subject: string,
  userId?: string,
): Promise<void> {
  try {
    await deps.budgets.spend(name, subject);
  } catch (error) {
    if (isProductError(error) && error.options.isFirstRefusal) {
      await noteAlone(deps, sender, "over-budget", deps.now(), { userId, detail: name });
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
  await spend(deps, sender, "unknown-token:address", addressSubject(sender.ipAddress));
  await spend(deps, sender, "unknown-token:service", "all");
}
