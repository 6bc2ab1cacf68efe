import { z } from "zod";
import { listDevices } from "../services/list-devices";
import { renameDevice } from "../services/rename-device";
import { revokeDevice } from "../services/revoke-device";
import { revokeOtherDevices } from "../services/revoke-other-devices";
import { MOST_AT_ONCE, revokeSomeDevices } from "../services/revoke-some-devices";
import { personOrKeyProcedure, personProcedure, router } from "../trpc";
import { id } from "./inputs";

/** The terminals that are signed in as a person. */
export const devicesRouter = router({
  /** Who wants to change something, before anything of theirs is read. */
  owner: personOrKeyProcedure("devices:write").query(({ ctx }) => ctx.person),

  list: personOrKeyProcedure("devices:read").query(({ ctx }) => listDevices(ctx.deps, ctx.person)),

  rename: personOrKeyProcedure("devices:write")
    .input(z.object({ id, name: z.string().max(200) }))
    .mutation(({ ctx, input }) => renameDevice(ctx.deps, ctx.sender, ctx.person, input)),

  revoke: personOrKeyProcedure("devices:write")
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => revokeDevice(ctx.deps, ctx.sender, ctx.person, input)),

  revokeSome: personProcedure
    .input(z.object({ ids: z.array(id).min(1).max(MOST_AT_ONCE) }))
    .mutation(({ ctx, input }) => revokeSomeDevices(ctx.deps, ctx.sender, ctx.person, input)),

  revokeOthers: personProcedure
    .input(z.object({ keepId: id }))
    .mutation(({ ctx, input }) => revokeOtherDevices(ctx.deps, ctx.sender, ctx.person, input)),
});
