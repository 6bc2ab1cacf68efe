import type { MiddlewareHandler } from "hono";
import { keyAuth, type KeyAuthOptions } from "./key-auth";
import type { KeyVerifier } from "./key-verifier";
import { toResponse } from "./to-response";
import type { VerifiedKey } from "./verified-key";

/**
 * Lets in whoever brings a good key with `scopes`; `c.var.key` says whose it is.
 * @throws {MisuseError} a scope that is none.
 */
export function honoKeyAuth(
  verifier: KeyVerifier,
  options?: KeyAuthOptions,
): MiddlewareHandler<{ Variables: { key: VerifiedKey } }> {
  const admit = keyAuth(verifier, options);
  return async (c, next) => {
    const admission = await admit(c.req.header("Authorization"));
    if (admission.kind === "refused") return toResponse(admission.refusal);
    c.set("key", admission.key);
    await next();
  };
}
