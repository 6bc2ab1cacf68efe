import type { Deps, Standing } from "@alprina/api";
import type { PrismaClient } from "@alprina/db";
import type { BetterAuthOptions } from "better-auth";
import { betterAuth } from "better-auth/minimal";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { bearer } from "better-auth/plugins/bearer";
import type { Env } from "@/env";
import { CLIENT_IP_HEADER } from "./client-ip";
import type { IdentityProvider } from "./identity-provider";
import { federation } from "./identity-provider/auth-options";
import { linkCare } from "./identity-provider/link-care";
import { openIdSignIn } from "./identity-provider/sign-in";
import type { Logger } from "./logger";
import { ownOrigins } from "./own-origins";
import type { Attempts } from "./sign-in/attempts";
import { browserSessions } from "./sign-in/browser-sessions";
import { guardPasskeys } from "./sign-in/passkey-adapter";
import { passkeys } from "./sign-in/passkeys";
import { passwordCare } from "./sign-in/password-care";
import { personLanguage } from "./sign-in/person-language";
import { secondFactor } from "./sign-in/second-factor";
import { guardSessions } from "./sign-in/session-adapter";

const SESSION_DAYS = 30;
/** How exact "last active" is: a write a session in this time, and no more. */
const ACTIVE_WITHIN_SECONDS = 5 * 60;

/**
 * Sign-in of people, by better-auth under /api/auth: e-mail and password, a passkey or an identity provider; a cookie
 * or a session token.
 */
export type Auth = ReturnType<typeof createAuth>;

export function createAuth({
  env,
  deps,
  prisma,
  secret,
  logger,
  standing,
  identityProvider,
}: {
  env: Env;
  deps: Deps;
  prisma: PrismaClient;
  secret: string;
  logger: Logger;
  standing: Standing;
  identityProvider?: IdentityProvider;
}) {
  const perMinute = (max: number) => ({ window: 60, max: Math.max(1, Math.round(max * env.limitFactor)) });
  const database = prismaAdapter(prisma, { provider: "postgresql", transaction: true });
  const federated = federation(env);
  const isHttps = env.publicUrl.startsWith("https:");
  const attempts: Attempts = new WeakMap();
  return betterAuth({
    appName: env.appName,
    baseURL: env.publicUrl,
    secret,
    trustedOrigins: ownOrigins(env),
    database: (options: BetterAuthOptions) => guardPasskeys(guardSessions(database(options), standing)),
    emailAndPassword: { enabled: env.signIn.byPassword, minPasswordLength: 8, maxPasswordLength: 128 },
    user: {
      additionalFields: { tier: { type: "string", input: false, defaultValue: "none" } },
    },
    session: {
      expiresIn: SESSION_DAYS * 24 * 60 * 60,
      updateAge: ACTIVE_WITHIN_SECONDS,
      freshAge: deps.policy.freshSignInSeconds,
    },
    rateLimit: {
      enabled: true,
      // In the database: a restart or a second instance must not hand out fresh attempts.
      storage: "database",
      ...perMinute(300),
      customRules: {
        "/sign-in/*": perMinute(20),
        "/sign-up/*": perMinute(20),
        "/passkey/*": perMinute(60),
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
    plugins: [
      passwordCare(deps, attempts),
      secondFactor(deps, attempts, isHttps),
      ...passkeys({ env, deps }),
      linkCare(deps),
      browserSessions(),
      personLanguage(deps),
      bearer(),
      ...(identityProvider ? [openIdSignIn(identityProvider)] : []),
    ],
    ...federated,
    disabledPaths: [...federated.disabledPaths, ...oursInstead],
  });
}

/** What our own procedures do with more care: with budgets, events, and everything that must end with it. */
const oursInstead = [
  ...["/change-password", "/verify-password", "/set-password", "/delete-user", "/unlink-account"],
  ...["/update-user", "/change-email", "/list-accounts"],
  ...["/passkey/list-user-passkeys", "/passkey/delete-passkey", "/passkey/update-passkey"],
  ...["/list-sessions", "/revoke-session", "/revoke-sessions", "/revoke-other-sessions", "/update-session"],
];
