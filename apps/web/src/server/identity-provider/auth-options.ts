import { cleanText } from "@alprina/api/domain/text";
import type { BetterAuthOptions } from "better-auth";
import type { Env } from "@/env";

/** What people from elsewhere change in better-auth's ways. */
export function federation({ publicUrl, signIn }: Env) {
  return {
    socialProviders: signIn.github && {
      github: {
        ...signIn.github,
        mapProfileToUser: ({ name, login }) => ({ name: cleanText(name) ?? cleanText(login) ?? "" }),
      },
    },
    account: {
      // An e-mail address never leads to an account: whoever gets hold of one elsewhere would be that person here.
      accountLinking: { enabled: false },
      updateAccountOnSignIn: false,
    },
    databaseHooks: {
      account: { create: { before: async (account) => ({ data: { ...account, ...withoutTokens } }) } },
    },
    // Nothing of ours asks for these, and each acts for a person at their provider.
    disabledPaths: ["/link-social", "/get-access-token", "/refresh-token", "/account-info"],
    onAPIError: { errorURL: `${publicUrl}/sign-in` },
  } satisfies Partial<BetterAuthOptions>;
}

/** We never call the provider for somebody, and an ID token at rest would open our own door to whoever reads it. */
const withoutTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};
