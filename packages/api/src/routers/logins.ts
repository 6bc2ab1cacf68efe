import { z } from "zod";
import { pollLogin } from "../services/poll-login";
import { startLogin } from "../services/start-login";
import { publicProcedure, router } from "../trpc";
import { deviceFacts, typedCode } from "./inputs";

/** A command line's side of a login. */
export const loginsRouter = router({
  start: publicProcedure
    .input(
      deviceFacts.extend({ clientId: z.string().max(200).optional(), scope: z.string().max(200).optional() }),
    )
    .mutation(({ ctx, input }) => startLogin(ctx.deps, ctx.sender, input)),

  poll: publicProcedure
    .input(z.object({ deviceCode: typedCode }))
    .mutation(({ ctx, input }) => pollLogin(ctx.deps, input)),
});
