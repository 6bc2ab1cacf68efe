import { z } from "zod";
import { endSession } from "../services/end-session";
import { listSessions } from "../services/list-sessions";
import { personProcedure, router } from "../trpc";
import { rowId } from "./inputs";

/** The browsers that are signed in as a person. */
export const sessionsRouter = router({
  list: personProcedure.query(({ ctx }) => listSessions(ctx.deps, ctx.sender, ctx.person)),

  end: personProcedure
    .input(z.object({ id: rowId }))
    .mutation(({ ctx, input }) => endSession(ctx.deps, ctx.sender, ctx.person, input.id)),
});
