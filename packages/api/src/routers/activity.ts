import { z } from "zod";
import { isActivityKind, type ActivityKind } from "../domain/activity";
import { listActivity } from "../services/list-activity";
import { personProcedure, router } from "../trpc";
import { id } from "./inputs";

const kind = z.string().refine((name): name is ActivityKind => isActivityKind(name));

/** What happened in an account. */
export const activityRouter = router({
  list: personProcedure
    .input(
      z.object({
        kinds: z.array(kind).max(30).optional(),
        deviceId: id.optional(),
        from: z.date().optional(),
        until: z.date().optional(),
        cursor: z
          .string()
          .regex(/^\d{1,18}$/)
          .optional(),
        limit: z.int().min(1).max(1_000).optional(),
      }),
    )
    .query(({ ctx, input }) => listActivity(ctx.deps, ctx.person, input)),
});
