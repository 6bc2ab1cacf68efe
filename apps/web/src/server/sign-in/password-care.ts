import { beginSignIn, isPasswordUnchanged, noteFailedSignIn, type Deps } from "@alprina/api";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { explainRefusal, senderOf, type Attempts } from "./attempts";

const PATH = "/sign-in/email";

/**
 * What surrounds a sign-in with a password: budgets for guessing, by address, account and service, before anybody
 * looks whether the password is right; an event when it was not; and no session from a password that was changed
 * while it was being checked.
 */
export function passwordCare(deps: Deps, attempts: Attempts): BetterAuthPlugin {
  return {
    id: "password-care",
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === PATH,
          handler: createAuthMiddleware(async ({ request, body }) => {
            const { email } = (body ?? {}) as { email?: unknown };
            if (!request || typeof email !== "string") return;
            attempts.set(request, await beginSignIn(deps, senderOf(request), email).catch(explainRefusal));
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path === PATH,
          handler: createAuthMiddleware(async ({ request, context }) => {
            const attempt = request && attempts.get(request);
            const refusal = context.returned;
            if (!attempt || !(refusal instanceof APIError)) return;
            const { code } = refusal.body ?? {};
            if (code === "INVALID_EMAIL_OR_PASSWORD") {
              await noteFailedSignIn(deps, senderOf(request), attempt);
            } else if (code === "ACCOUNT_LOCKED") {
              await noteFailedSignIn(deps, senderOf(request), attempt, "the account is locked");
            }
          }),
        },
      ],
    },
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            create: {
              after: async ({ token }, endpoint) => {
                const attempt = endpoint?.request && attempts.get(endpoint.request);
                if (!attempt || (await isPasswordUnchanged(deps, attempt))) return;
                // A change that came first could not end this session, because it was not there yet.
                await endpoint.context.internalAdapter.deleteSession(token);
                throw new APIError("UNAUTHORIZED", {
                  code: "INVALID_EMAIL_OR_PASSWORD",
                  message: "Invalid email or password",
                });
              },
            },
          },
        },
      },
    }),
  };
}
