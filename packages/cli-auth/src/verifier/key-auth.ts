import { AlprinaError, MisuseError, RefusedError } from "../client/errors";
import { readBearer } from "./bearer";
import type { KeyVerifier } from "./key-verifier";
import {
  type KeyRefusal,
  refuseInvalidKey,
  refuseScope,
  refuseUnverified,
  refuseWithoutKey,
} from "./refusals";
import type { VerifiedKey } from "./verified-key";

export interface KeyAuthOptions {
  /** All of these must have been granted to the key; none by default. */
  scopes?: readonly string[];
  /** Hears why the server could not be asked. The error names no key. Prints its message to stderr by default. */
  onUnavailable?: (error: AlprinaError) => void;
}

export type Admission = { kind: "admitted"; key: VerifiedKey } | { kind: "refused"; refusal: KeyRefusal };

/**
 * What every middleware here is made of, for frameworks that have none: takes an `Authorization` header, and answers
 * whose key it brings, or the refusal to send (RFC 6750 §3). A server that cannot be asked is a refusal (503).
 * @throws {MisuseError} a scope that is none.
 */
export function keyAuth(
  verifier: KeyVerifier,
  { scopes = [], onUnavailable = (error) => console.error(error.message) }: KeyAuthOptions = {},
): (authorization: string | null | undefined) => Promise<Admission> {
  scopes.forEach(expectScope);

  return async (authorization) => {
    const bearer = readBearer(authorization);
    if (bearer.kind === "none") return refused(refuseWithoutKey());
    if (bearer.kind === "malformed") return refused(refuseInvalidKey());
    try {
      const answer = await verifier.verifyKey(bearer.token, { scopes });
      switch (answer.kind) {
        case "valid":
          return { kind: "admitted", key: answer.key };
        case "invalid":
          return refused(refuseInvalidKey());
        case "insufficient-scope":
          return refused(refuseScope(scopes));
      }
    } catch (error) {
      if (!(error instanceof AlprinaError)) throw error;
      onUnavailable(error);
      return refused(refuseUnverified(error instanceof RefusedError ? error.retryAfterSeconds : undefined));
    }
  };
}

function refused(refusal: KeyRefusal): Admission {
  return { kind: "refused", refusal };
}

/** RFC 6749 §3.3. What stands in a header must not be able to end it. */
function expectScope(scope: string): void {
  if (!/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))
    throw new MisuseError(`"${scope}" is not the name of a scope.`);
}
