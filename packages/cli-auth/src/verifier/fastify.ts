import type { onRequestAsyncHookHandler } from "fastify";
import { keyAuth, type KeyAuthOptions } from "./key-auth";
import type { KeyVerifier } from "./key-verifier";
import type { VerifiedKey } from "./verified-key";

declare module "fastify" {
  interface FastifyRequest {
    /** Whose key this request brought, behind `fastifyKeyAuth`. */
    key?: VerifiedKey;
  }
}

/**
 * An `onRequest` hook, of one route or of all (`app.addHook`), so that nothing is read from whoever is not let in.
 * Lets in whoever brings a good key with `scopes`; `request.key` says whose it is.
 * @throws {MisuseError} a scope that is none.
 */
export function fastifyKeyAuth(verifier: KeyVerifier, options?: KeyAuthOptions): onRequestAsyncHookHandler {
  const admit = keyAuth(verifier, options);
  return async (request, reply) => {
    const admission = await admit(request.headers.authorization);
    if (admission.kind === "admitted") {
      request.key = admission.key;
      return;
    }
    const { status, headers, body } = admission.refusal;
    return reply.code(status).headers(headers).send(body);
  };
}
