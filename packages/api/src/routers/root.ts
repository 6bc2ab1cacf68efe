import {
  createCallerFactory,
  router,
  type Context,
  type InstanceHealth,
  type SignedIn,
  type WatchProcedure,
} from "../trpc";
import { activityRouter } from "./activity";
import { adminRouter } from "./admin";
import { authorizationsRouter } from "./authorizations";
import { dashboardCodesRouter } from "./dashboard-codes";
import { devicesRouter } from "./devices";
import { grantsRouter } from "./grants";
import { keysRouter } from "./keys";
import { linkedAccountsRouter } from "./linked-accounts";
import { loginsRouter } from "./logins";
import { meRouter } from "./me";
import { passkeysRouter } from "./passkeys";
import { revocationsRouter } from "./revocations";
import { secondFactorRouter } from "./second-factor";
import { sessionsRouter } from "./sessions";
import { tokensRouter } from "./tokens";

/** Table of contents: everything that the product can be asked. */
export const appRouter = router({
  logins: loginsRouter,
  grants: grantsRouter,
  authorizations: authorizationsRouter,
  dashboardCodes: dashboardCodesRouter,
  devices: devicesRouter,
  keys: keysRouter,
  tokens: tokensRouter,
  revocations: revocationsRouter,
  me: meRouter,
  sessions: sessionsRouter,
  passkeys: passkeysRouter,
  secondFactor: secondFactorRouter,
  linkedAccounts: linkedAccountsRouter,
  activity: activityRouter,
  admin: adminRouter,
});

export type AppRouter = typeof appRouter;

/** The procedures as functions, for a caller in this process. */
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
export type { Context, InstanceHealth, SignedIn, WatchProcedure };
