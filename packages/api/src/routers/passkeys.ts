import { z } from "zod";
import { listPasskeys, removePasskey, renamePasskey } from "../services/passkeys";
import { personProcedure, router } from "../trpc";
import { rowId } from "./inputs";

/** The passkeys of a person. They are added, and sign in, by WebAuthn under /api/auth/passkey. */
export const passkeysRouter = router({
  list: personProcedure.query(({ ctx }) => listPasskeys(ctx.deps, ctx.person)),

  rename: personProcedure
    .input(z.object({ id: rowId, name: z.string().max(200) }))
    .mutation(({ ctx, input }) => renamePasskey(ctx.deps, ctx.sender, ctx.person, input)),

  remove: personProcedure
    .input(z.object({ id: rowId }))
    .mutation(({ ctx, input }) => removePasskey(ctx.deps, ctx.sender, ctx.person, input)),
});
