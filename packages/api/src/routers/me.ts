import { personProcedure, router } from "../trpc";

export const meRouter = router({
  get: personProcedure.query(({ ctx }) => ctx.person),
});
