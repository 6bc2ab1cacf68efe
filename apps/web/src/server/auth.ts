import type { PrismaClient } from "@alprina/db";
import { betterAuth } from "better-auth/minimal";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { bearer } from "better-auth/plugins/bearer";
import type { Env } from "@/env";
import { CLIENT_IP_HEADER } from "./client-ip";
import { exactAddress } from "./exact-address";
import type { IdentityProvider } from "./identity-provider";
import { federation } from "./identity-provider/auth-options";
import { openIdSignIn } from "./identity-provider/sign-in";
import type { Logger } from "./logger";
import { ownOrigins } from "./own-origins";

const SESSION_DAYS = 30;

/**
 * Sign-in of people, by better-auth under /api/auth: e-mail and password or an identity provider, a cookie or a
 * session token.
 */
export type Auth = ReturnType<typeof createAuth>;

export function createAuth({
  env,
  prisma,
  secret,
  logger,
  identityProvider,
}: {
  env: Env;
  prisma: PrismaClient;
  secret: string;
  logger: Logger;
  identityProvider?: IdentityProvider;
}) {
  const perMinute = (max: number) => ({ window: 60, max: Math.max(1, Math.round(max * env.limitFactor)) });
  const isHttps = env.publicUrl.startsWith("https:");
  return betterAuth({
    appName: env.appName,
    baseURL: env.publicUrl,
    secret,
    trustedOrigins: ownOrigins(env),
    database: prismaAdapter(prisma, { provider: "postgresql", transaction: true }),
    emailAndPassword: { enabled: env.signIn.byPassword, minPasswordLength: 8, maxPasswordLength: 128 },
    user: {
      additionalFields: { tier: { type: "string", input: false, defaultValue: "none" } },
    },
    session: { expiresIn: SESSION_DAYS * 24 * 60 * 60, updateAge: 24 * 60 * 60 },
    rateLimit: {
      enabled: true,
      // In the database: a restart or a second instance must not hand out fresh attempts.
      storage: "database",
      ...perMinute(300),
      customRules: {
        "/sign-in/*": perMinute(20),
        "/sign-up/*": perMinute(20),
        "/get-session": false,
      },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      // On https the browser itself refuses a session cookie that another host of the domain, or a plain
      // connection, tries to plant: that is what `__Host-` asks of it.
      // better-auth's own switch would say `__Secure-`, which another host of the domain can still overwrite.
      useSecureCookies: false,
      cookiePrefix: isHttps ? "__Host-alprina" : "alprina",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure: isHttps, path: "/" },
      cookies: {
        session_token: { name: isHttps ? "__Host-alprina.session" : "alprina.session" },
        // Ties the way back from an identity provider to the browser that set out; ten minutes, as the state itself.
        state: { name: isHttps ? "__Host-alprina.state" : "alprina.state", attributes: { maxAge: 600 } },
      },
    },
    telemetry: { enabled: false },
    logger: {
      // Its lines go where ours go; their arguments do not, because they may quote what a person typed.
      log: (level, message) =>
        logger[level === "error" || level === "warn" ? level : "debug"]({ auth: true }, message),
    },
    plugins: [exactAddress(), bearer(), ...(identityProvider ? [openIdSignIn(identityProvider)] : [])],
    ...federation(env),
  });
}
