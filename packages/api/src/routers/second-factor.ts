import { z } from "zod";
import { confirmSecondFactor } from "../services/confirm-second-factor";
import { renewBackupCodes } from "../services/renew-backup-codes";
import { showSecondFactor } from "../services/second-factor";
import { setUpSecondFactor } from "../services/set-up-second-factor";
import { turnOffSecondFactor } from "../services/turn-off-second-factor";
import { personProcedure, router } from "../trpc";

const withPassword = personProcedure.input(z.object({ password: z.string().max(128) }));

/** What a person's password needs beside it. Signing in with it is /api/auth/sign-in/second-factor. */
export const secondFactorRouter = router({
  get: personProcedure.query(({ ctx }) => showSecondFactor(ctx.deps, ctx.person)),

  setUp: withPassword.mutation(({ ctx, input }) =>
    setUpSecondFactor(ctx.deps, ctx.sender, ctx.person, input),
  ),

  confirm: personProcedure
    .input(z.object({ code: z.string().max(64) }))
    .mutation(({ ctx, input }) => confirmSecondFactor(ctx.deps, ctx.sender, ctx.person, input)),

  renewBackupCodes: withPassword.mutation(({ ctx, input }) =>
    renewBackupCodes(ctx.deps, ctx.sender, ctx.person, input),
  ),

  turnOff: withPassword.mutation(({ ctx, input }) =>
    turnOffSecondFactor(ctx.deps, ctx.sender, ctx.person, input),
  ),
});
