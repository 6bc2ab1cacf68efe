import { createCallerFactory, router, type Context } from "../trpc";
import { dashboardCodesRouter } from "./dashboard-codes";
import { devicesRouter } from "./devices";
import { grantsRouter } from "./grants";
import { keysRouter } from "./keys";
import { loginsRouter } from "./logins";
import { meRouter } from "./me";

/** Table of contents: everything that the product can be asked. */
export const appRouter = router({
  logins: loginsRouter,
  grants: grantsRouter,
  dashboardCodes: dashboardCodesRouter,
  devices: devicesRouter,
  keys: keysRouter,
  me: meRouter,
});

export type AppRouter = typeof appRouter;

/** The procedures as functions, for a caller in this process. */
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
export type { Context };
