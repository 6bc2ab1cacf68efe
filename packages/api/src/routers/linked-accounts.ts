import { z } from "zod";
import { listLinkedAccounts, unlinkAccount } from "../services/linked-accounts";
import { personProcedure, router } from "../trpc";
import { rowId } from "./inputs";

/** The accounts at identity providers that a person signs in by. They are linked under /api/auth/link-social. */
export const linkedAccountsRouter = router({
  list: personProcedure.query(({ ctx }) => listLinkedAccounts(ctx.deps, ctx.person)),

  unlink: personProcedure
    .input(z.object({ id: rowId }))
    .mutation(({ ctx, input }) => unlinkAccount(ctx.deps, ctx.sender, ctx.person, input)),
});
