import { cleanText } from "@alprina/api/domain/text";
import type { BetterAuthOptions } from "better-auth";
import type { Env } from "@/env";
import { waysToSignIn } from "@/env-sign-in";
import { senderOf } from "../sign-in/attempts";

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
      accountLinking: {
        enabled: true,
        // An e-mail address never leads to an account: whoever gets hold of one elsewhere would be that person here.
        disableImplicitLinking: true,
        // Who links one does so signed in, by a click. Then the address says nothing, and need not be the same.
        allowDifferentEmails: true,
        trustedProviders: waysToSignIn(signIn).providers.map(({ id }) => id),
        updateUserInfoOnLink: false,
      },
      updateAccountOnSignIn: false,
      additionalFields: {
        ipAddress: { type: "string", required: false, input: false },
        userAgent: { type: "string", required: false, input: false },
      },
    },
    databaseHooks: {
      account: {
        create: {
          before: (account, endpoint) => {
            const from = endpoint?.request && senderOf(endpoint.request);
            return Promise.resolve({ data: { ...account, ...withoutTokens, ...from } });
          },
        },
      },
    },
    // Nothing of ours asks for these, and each acts for a person at their provider.
    disabledPaths: ["/get-access-token", "/refresh-token", "/account-info"],
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
