import { z } from "zod";
import { awaitDecision, MAX_WAIT_SECONDS, type HeldAnswer } from "../services/await-decision";
import { pollLogin } from "../services/poll-login";
import { startLogin } from "../services/start-login";
import { publicProcedure, router } from "../trpc";
import { credentials, deviceFacts, scope, secret, typedCode } from "./inputs";

const challenge = z.object({
  challenge: z.string().max(200).optional(),
  method: z.string().max(20).optional(),
});

/** A command line's side of a login. */
export const loginsRouter = router({
  start: publicProcedure
    .input(
      deviceFacts.extend({
        client: credentials.optional(),
        claimedClientId: z.string().max(200).optional(),
        scope,
        challenge: challenge.optional(),
      }),
    )
    .mutation(({ ctx, input }) => startLogin(ctx.deps, ctx.sender, input)),

  poll: publicProcedure
    .input(
      z.object({
        deviceCode: typedCode,
        client: credentials.optional(),
        codeVerifier: secret.optional(),
        waitSeconds: z.number().int().positive().max(MAX_WAIT_SECONDS).optional(),
      }),
    )
    .mutation(({ ctx, input: { waitSeconds, ...poll } }): Promise<HeldAnswer> =>
      waitSeconds === undefined
        ? pollLogin(ctx.deps, ctx.sender, { ...poll, hangUp: ctx.hangUp })
        : awaitDecision(ctx.deps, ctx.sender, { ...poll, waitSeconds, hangUp: ctx.hangUp }),
    ),
});
