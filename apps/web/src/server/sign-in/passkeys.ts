import { isProductError, noteFailedSignIn, requireRoomForPasskey, type Deps } from "@alprina/api";
import { passkey } from "@better-auth/passkey";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import type { Env } from "@/env";
import { ownOrigins } from "../own-origins";
import { senderOf } from "./attempts";

const SIGN_IN = "/passkey/verify-authentication";

/**
 * Passkeys (WebAuthn) by better-auth's plugin, of which there is more to ask than it does: each must have been opened
 * by a finger, a face or a PIN, because it stands for both factors; and one that is removed while it signs somebody in
 * lets nobody in.
 */
export function passkeys({ env, deps }: { env: Env; deps: Deps }): BetterAuthPlugin[] {
  /** Which credential signs in, by the request that brought it. */
  const signing = new WeakMap<Request, string>();
  return [
    passkey({
      rpID: new URL(env.publicUrl).hostname,
      rpName: env.appName,
      origin: ownOrigins(env),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      registration: {
        afterVerification: ({ verification }) => {
          if (!verification.registrationInfo?.userVerified) throw unverified();
        },
      },
      authentication: {
        afterVerification: ({ ctx, verification, clientData }) => {
          if (!verification.authenticationInfo.userVerified) throw unverified();
          if (ctx.request) signing.set(ctx.request, clientData.id);
        },
      },
      advanced: { webAuthnChallengeCookie: "webauthn" },
    }),
    {
      id: "passkey-care",
      schema: {
        passkey: {
          fields: {
            ipAddress: { type: "string", required: false },
            userAgent: { type: "string", required: false },
            lastUsedAt: { type: "date", required: false },
          },
        },
      },
      hooks: {
        before: [
          {
            matcher: ({ path }) => path === "/passkey/generate-register-options",
            handler: createAuthMiddleware(async (ctx) => {
              const session = await getSessionFromCtx(ctx);
              if (session) await requireRoomForPasskey(deps, session.user.id).catch(explain);
            }),
          },
        ],
        after: [
          {
            matcher: ({ path }) => path === SIGN_IN,
            handler: createAuthMiddleware(async ({ request, body, context }) => {
              if (!request || !(context.returned instanceof APIError)) return;
              await noteRefusal(deps, request, body, context.returned.body?.code === "ACCOUNT_LOCKED");
            }),
          },
        ],
      },
      init: () => ({
        options: {
          databaseHooks: {
            session: {
              create: {
                after: async ({ token, userId }, endpoint) => {
                  const credential = endpoint?.request && signing.get(endpoint.request);
                  if (!credential || (await deps.store.findPasskeyOwner(credential)) === userId) return;
                  await endpoint.context.internalAdapter.deleteSession(token);
                  throw new APIError("UNAUTHORIZED", { code: "PASSKEY_NOT_FOUND" });
                },
              },
            },
          },
        },
      }),
    },
  ];
}

/** Of a passkey that is known; what is none of ours is nobody's. */
async function noteRefusal(deps: Deps, request: Request, body: unknown, isLocked: boolean): Promise<void> {
  const { id } = (body as { response?: { id?: unknown } } | undefined)?.response ?? {};
  const owner = typeof id === "string" ? await deps.store.findPasskeyOwner(id) : null;
  const person = owner && (await deps.store.findPerson(owner));
  if (!person) return;
  const detail = isLocked ? "the account is locked" : "the passkey did not fit";
  await noteFailedSignIn(deps, senderOf(request), { person }, detail);
}

const unverified = () =>
  new APIError("UNAUTHORIZED", {
    code: "PASSKEY_NOT_VERIFIED",
    message: "The passkey was not opened by a finger, a face or a PIN.",
  });

function explain(error: unknown): never {
  if (!isProductError(error)) throw error;
  throw new APIError("FORBIDDEN", { code: "TOO_MANY_PASSKEYS", message: error.message });
}
