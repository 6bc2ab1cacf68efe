import { isProductError, requireFreshSignIn, type Deps } from "@alprina/api";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { senderOf } from "../sign-in/attempts";

/**
 * What must be so before an account at a provider becomes another way in: its person signed in not long ago, and goes
 * to the provider now. A token from there that somebody brings along is not taken: it may be another's.
 */
export function linkCare(deps: Deps): BetterAuthPlugin {
  return {
    id: "link-care",
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === "/link-social",
          handler: createAuthMiddleware(async (ctx) => {
            const { idToken } = (ctx.body ?? {}) as { idToken?: unknown };
            if (idToken !== undefined) throw new APIError("BAD_REQUEST", { code: "ID_TOKEN_NOT_SUPPORTED" });
            const session = ctx.request && (await getSessionFromCtx(ctx));
            // better-auth says itself that nobody is signed in.
            if (!session || !ctx.request) return;
            requireFresh(deps, ctx.request, session.session.createdAt);
          }),
        },
      ],
    },
  };
}

function requireFresh(deps: Deps, request: Request, signedInAt: Date): void {
  try {
    requireFreshSignIn(deps, { ...senderOf(request), signedInAt });
  } catch (error) {
    if (!isProductError(error)) throw error;
    throw new APIError("FORBIDDEN", { code: "SESSION_NOT_FRESH", message: error.message });
  }
}
