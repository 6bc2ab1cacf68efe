import { z } from "zod";
import { mustSignInAgain } from "../services/require-fresh-sign-in";
import { signOutEverywhere } from "../services/sign-out-everywhere";
import { personProcedure, router } from "../trpc";

/** The person who is signed in. */
export const meRouter = router({
  get: personProcedure.query(({ ctx }) => ctx.person),

  mustSignInAgain: personProcedure.query(({ ctx }) => mustSignInAgain(ctx.deps, ctx.sender)),

  signOutEverywhere: personProcedure
    .input(z.object({ devices: z.boolean(), keepThisBrowser: z.boolean() }))
    .mutation(({ ctx, input }) => signOutEverywhere(ctx.deps, ctx.sender, ctx.person, input)),
});
