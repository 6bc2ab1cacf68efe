import { z } from "zod";
import { revokeDevice } from "../services/revoke-device";
import { verifyKey } from "../services/verify-key";
import { publicProcedure, router } from "../trpc";

const apiKey = z.object({ apiKey: z.string().max(512) });

/** What the holder of an API key may ask about it, and its end. */
export const keysRouter = router({
  // Not a query: those travel in URLs, which are written into logs.
  verify: publicProcedure.input(apiKey).mutation(({ ctx, input }) => verifyKey(ctx.deps, input)),

  revoke: publicProcedure.input(apiKey).mutation(async ({ ctx, input }) => {
    const answer = await verifyKey(ctx.deps, input);
    if (answer.kind === "valid")
      await revokeDevice(ctx.deps, ctx.sender, answer.person, { id: answer.key.id });
    return answer;
  }),
});
