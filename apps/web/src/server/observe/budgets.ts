import { budgetNames, isProductError, type BudgetName, type Budgets } from "@alprina/api";

/** The same budgets, of whose refusals `onRefusal` hears. */
export function watchBudgets(budgets: Budgets, onRefusal: (name: BudgetName) => void): Budgets {
  return {
    async spend(...inTurn) {
      try {
        await budgets.spend(...inTurn);
      } catch (error) {
        const refused = isProductError(error) && budgetNames.find((name) => name === error.options.budget);
        if (refused) onRefusal(refused);
        throw error;
      }
    },
  };
}
