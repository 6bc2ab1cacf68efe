import { z } from "zod";
import { authorizeUserCode } from "../services/authorize-user-code";
import { decideRequest } from "../services/decide-request";
import { reviewRequest } from "../services/review-request";
import { showLogin } from "../services/show-login";
import { personProcedure, router } from "../trpc";
import { chosenScopes, id, lifetimeSeconds, typedCode } from "./inputs";

/** A person's side of a login: look, then decide. */
export const grantsRouter = router({
  review: personProcedure
    .input(z.object({ userCode: typedCode }))
    .mutation(({ ctx, input }) => reviewRequest(ctx.deps, ctx.sender, ctx.person, input)),

  show: personProcedure
    .input(z.object({ grantId: id, userCode: typedCode.optional() }))
    .query(({ ctx, input }) => showLogin(ctx.deps, ctx.sender, ctx.person, input)),

  decide: personProcedure
    .input(
      z.object({
        grantId: id,
        decision: z.enum(["approve", "deny"]),
        scopes: chosenScopes,
        lifetimeSeconds,
        wasNotMe: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => decideRequest(ctx.deps, ctx.sender, ctx.person, input)),

  authorize: personProcedure
    .input(z.object({ userCode: typedCode, claimedSubject: z.string().max(200).optional() }))
    .mutation(({ ctx, input }) => authorizeUserCode(ctx.deps, ctx.sender, ctx.person, input)),
});
