import { isProductError, type BudgetName, type Budgets } from "@alprina/api";

/** The same budgets, of whose refusals `onRefusal` hears. */
export function watchBudgets(budgets: Budgets, onRefusal: (name: BudgetName) => void): Budgets {
  return {
    ...budgets,
    async spend(name, subject) {
      try {
        await budgets.spend(name, subject);
      } catch (error) {
        if (isProductError(error) && error.code === "over-budget") onRefusal(name);
        throw error;
      }
    },
  };
}
