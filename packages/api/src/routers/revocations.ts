import { z } from "zod";
import { disownDevice } from "../services/disown-device";
import { reviewRevocation } from "../services/review-revocation";
import { publicProcedure, router } from "../trpc";

const token = z.string().min(1).max(200);

/**
 * The link in a mail about a new device. Nobody need be signed in: whoever has the link may revoke that one device,
 * and nothing else. So no cookie gives authority here, and no Origin is asked for: a page of another site would have
 * to know the link, and then it needs no browser of ours.
 */
export const revocationsRouter = router({
  review: publicProcedure
    .input(z.object({ token }))
    .query(({ ctx, input }) => reviewRevocation(ctx.deps, ctx.sender, input)),

  disown: publicProcedure
    .input(z.object({ token }))
    .mutation(({ ctx, input }) => disownDevice(ctx.deps, ctx.sender, input)),
});
