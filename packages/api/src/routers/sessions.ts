import { z } from "zod";
import { endSession } from "../services/end-session";
import { listSessions } from "../services/list-sessions";
import { personProcedure, router } from "../trpc";

/** The browsers that are signed in as a person. */
export const sessionsRouter = router({
  list: personProcedure.query(({ ctx }) => listSessions(ctx.deps, ctx.sender, ctx.person)),

  /** Ids are better-auth's, of letters and digits. */
  end: personProcedure
    .input(z.object({ id: z.string().regex(/^[\w-]{1,64}$/) }))
    .mutation(({ ctx, input }) => endSession(ctx.deps, ctx.sender, ctx.person, input.id)),
});
