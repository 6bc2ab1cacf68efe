import { z } from "zod";
import { followDashboardCode } from "../services/follow-dashboard-code";
import { issueDashboardCode } from "../services/issue-dashboard-code";
import { redeemDashboardCode } from "../services/redeem-dashboard-code";
import { watchDashboardCode } from "../services/watch-dashboard-code";
import { personProcedure, publicProcedure, router } from "../trpc";
import { deviceFacts, id, typedCode } from "./inputs";

/** One-time codes that go from the page to the terminal. */
export const dashboardCodesRouter = router({
  issue: personProcedure.mutation(({ ctx }) => issueDashboardCode(ctx.deps, ctx.sender, ctx.person)),

  status: personProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => watchDashboardCode(ctx.deps, ctx.sender, ctx.person, input)),

  follow: personProcedure
    .input(z.object({ id }))
    .subscription(({ ctx, input, signal }) =>
      followDashboardCode(ctx.deps, ctx.sender, ctx.person, input, signal ?? new AbortController().signal),
    ),

  redeem: publicProcedure
    .input(deviceFacts.extend({ dashboardCode: typedCode, offersConfirmation: z.boolean() }))
    .mutation(({ ctx, input }) => redeemDashboardCode(ctx.deps, ctx.sender, input)),
});
