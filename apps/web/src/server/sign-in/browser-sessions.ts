import type { BetterAuthPlugin } from "better-auth";
import { CLIENT_IP_HEADER } from "../client-ip";

/**
 * What the list of browsers relies on. A session knows the address that it came from, where better-auth would keep
 * the /64 of an IPv6 one, which nobody recognises. And a browser has one session: whoever signs in where somebody is
 * signed in already takes that session's place, because the cookie of the former is written over, so nobody could use
 * or end it, and it would stand in the list for a month.
 */
export function browserSessions(): BetterAuthPlugin {
  return {
    id: "browser-sessions",
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            create: {
              before: (session, endpoint) => {
                const ipAddress = endpoint?.headers?.get(CLIENT_IP_HEADER);
                return Promise.resolve({ data: ipAddress ? { ...session, ipAddress } : session });
              },
              after: async ({ token }, endpoint) => {
                if (!endpoint?.headers?.has("cookie")) return;
                const { authCookies, secret, internalAdapter } = endpoint.context;
                const former = await endpoint.getSignedCookie(authCookies.sessionToken.name, secret);
                if (former && former !== token) await internalAdapter.deleteSession(former);
              },
            },
          },
        },
      },
    }),
  };
}
