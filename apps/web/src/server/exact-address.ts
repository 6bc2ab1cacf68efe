import type { BetterAuthPlugin } from "better-auth";
import { CLIENT_IP_HEADER } from "./client-ip";

/**
 * Keeps with a session the address that signed in. better-auth itself keeps what it counts attempts by, which of an
 * IPv6 address is the /64 alone, written with all its zeros: nobody finds their own address in that.
 */
export function exactAddress(): BetterAuthPlugin {
  return {
    id: "exact-address",
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            create: {
              before: (_, context) => {
                const ipAddress = (context?.headers ?? context?.request?.headers)?.get(CLIENT_IP_HEADER);
                return Promise.resolve(ipAddress ? { data: { ipAddress } } : undefined);
              },
            },
          },
        },
      },
    }),
  };
}
