import {
  hasSecondFactor,
  passSecondFactor,
  proveFirstFactor,
  readFirstFactor,
  SECOND_STEP_SECONDS,
  type Deps,
} from "@alprina/api";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { explainRefusal, senderOf, type Attempts } from "./attempts";
import { firstFactorCookie, firstFactorCookieName } from "./first-factor-cookie";

/**
 * Ways in that are two factors by themselves (a passkey, which its device opens by a finger or a PIN), that were
 * passed with the second one, or whose provider asks for what it thinks right. And whoever was made just now has none
 * yet: that way is walked inside of a transaction, in which looking it up would take a second connection of the pool.
 */
const ENOUGH = new Set([
  "/sign-in/second-factor",
  "/passkey/verify-authentication",
  "/callback/:id",
  "/sign-up/email",
]);

/**
 * Whoever has a second factor gets no session by anything less: not one that is taken back, but none. After the right
 * password their browser holds a proof of it for ten minutes, and with that and a code comes here. Any way that is not
 * known to be enough is not.
 */
export function secondFactor(deps: Deps, attempts: Attempts, isHttps: boolean): BetterAuthPlugin {
  return {
    id: "second-factor",
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            create: {
              before: async ({ userId }, endpoint) => {
                if (endpoint && ENOUGH.has(endpoint.path)) return;
                if (!(await hasSecondFactor(deps, userId).catch(explainRefusal))) return;
                const attempt = endpoint?.request && attempts.get(endpoint.request);
                const proof = attempt?.person?.id === userId ? proveFirstFactor(deps, attempt) : null;
                throw new APIError(
                  "FORBIDDEN",
                  { code: "SECOND_FACTOR_REQUIRED", message: "A code is needed as well." },
                  proof ? { "Set-Cookie": firstFactorCookie(proof, SECOND_STEP_SECONDS, isHttps) } : {},
                );
              },
            },
          },
        },
      },
    }),
    endpoints: {
      signInSecondFactor: createAuthEndpoint(
        "/sign-in/second-factor",
        { method: "POST", requireRequest: true, body: z.object({ code: z.string().max(64) }) },
        async (ctx) => {
          const proof = ctx.getCookie(firstFactorCookieName(isHttps));
          const attempt = proof ? await readFirstFactor(deps, proof) : null;
          if (!attempt?.person) {
            throw new APIError("UNAUTHORIZED", {
              code: "FIRST_FACTOR_REQUIRED",
              message: "Give the password first.",
            });
          }
          const { id } = attempt.person;
          const answer = await passSecondFactor(
            deps,
            senderOf(ctx.request),
            attempt.person,
            ctx.body.code,
          ).catch(explainRefusal);
          if (answer.kind === "wrong-code") {
            throw new APIError("UNAUTHORIZED", { code: "WRONG_CODE", message: "This code is not right." });
          }
          // From here on it is a sign-in by password, whose session ends when the password has become another.
          attempts.set(ctx.request, attempt);
          const session = await ctx.context.internalAdapter.createSession(id);
          const user = await ctx.context.internalAdapter.findUserById(id);
          if (!user) throw new APIError("UNAUTHORIZED", { code: "FIRST_FACTOR_REQUIRED" });
          await setSessionCookie(ctx, { session, user });
          ctx.setCookie(firstFactorCookieName(isHttps), "", {
            ...{ path: "/", maxAge: 0, httpOnly: true, sameSite: "lax", secure: isHttps },
          });
          return ctx.json({ token: session.token, user });
        },
      ),
    },
  };
}
