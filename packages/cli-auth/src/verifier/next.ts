import { keyAuth, type KeyAuthOptions } from "./key-auth";
import type { KeyVerifier } from "./key-verifier";
import { toResponse } from "./to-response";
import type { VerifiedKey } from "./verified-key";

/** A route handler as Next and others that speak `fetch` call it; `context` is where Next hands `params` in. */
type Handler<Incoming extends Request, Context> = (
  request: Incoming,
  context: Context,
) => Response | Promise<Response>;

/**
 * Makes `withKey`, which wraps a route handler: it runs for whoever brings a good key with `scopes`, and finds in
 * `context.key` whose it is.
 * @throws {MisuseError} a scope that is none.
 */
export function nextKeyAuth(verifier: KeyVerifier, options?: KeyAuthOptions) {
  const admit = keyAuth(verifier, options);
  return function withKey<Context extends object, Incoming extends Request = Request>(
    handler: Handler<Incoming, Context & { key: VerifiedKey }>,
  ): Handler<Incoming, Context> {
    return async (request, context) => {
      const admission = await admit(request.headers.get("authorization"));
      if (admission.kind === "refused") return toResponse(admission.refusal);
      return handler(request, { ...context, key: admission.key });
    };
  };
}
