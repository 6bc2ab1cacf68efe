import type { Deps } from "@alprina/api";
import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { chooseLanguage } from "@/i18n/choose-language";
import { readOfferedLanguage } from "@/lib/language";

const SIGN_INS = new Set([
  ...["/sign-in/email", "/sign-in/second-factor"],
  ...["/passkey/verify-authentication", "/callback/:id"],
]);

/**
 * Mails to a person are in the language of the pages that they signed up on. Of whom nobody asked then, the next
 * sign-in tells.
 */
export function personLanguage(deps: Deps): BetterAuthPlugin {
  return {
    id: "person-language",
    schema: {
      user: { fields: { language: { type: "string", required: false, input: false, returned: false } } },
    },
    init: () => ({
      options: {
        databaseHooks: {
          user: {
            create: {
              before: (user, endpoint) =>
                Promise.resolve({ data: { ...user, language: languageOf(endpoint?.headers) } }),
            },
          },
        },
      },
    }),
    hooks: {
      after: [
        {
          matcher: ({ path }) => path !== undefined && SIGN_INS.has(path),
          handler: createAuthMiddleware(async ({ context, headers }) => {
            const user = context.newSession?.user;
            const language = languageOf(headers);
            if (user && language && !user.language) await deps.store.learnLanguage(user.id, language);
          }),
        },
      ],
    },
  };
}

/** What the pages there speak; null where no browser has said anything. */
function languageOf(headers: Headers | undefined): string | null {
  const asked = { cookie: headers?.get("cookie"), acceptLanguage: headers?.get("accept-language") };
  if (!asked.cookie && !asked.acceptLanguage) return null;
  return readOfferedLanguage(chooseLanguage(asked));
}
