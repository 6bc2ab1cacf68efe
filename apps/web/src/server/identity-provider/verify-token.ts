import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from "jose";
import { ANSWER_WITHIN_MS, providerUnavailable } from "./discovery";

// Asymmetric alone. `none` needs no key, and under HS256 the public key, which everybody has, would be the secret.
const ALGORITHMS = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];
// ID tokens and access tokens (RFC 9068 §2.1). Not logout tokens, which have the same issuer, audience and subject.
const TYPES = new Set([undefined, "jwt", "at+jwt", "application/at+jwt"]);
const CLOCK_TOLERANCE_SECONDS = 10;
/** A key that the provider no longer publishes opens nothing after this time at most. */
const KEYS_FRESH_MS = 5 * 60_000;
/** A token with a key that we do not know makes us look again, this often at most. */
const LOOK_AGAIN_MS = 5_000;

export type VerifyToken = (
  token: string,
  expected: { audience: string | string[]; nonce?: string },
) => Promise<(JWTPayload & { sub: string }) | null>;

/**
 * Checks the provider's JWTs: signature against its published keys, algorithm, issuer letter by letter, audience,
 * expiry, not-before. Null for a token that does not hold.
 * The returned function throws ProductError `identity-provider-unavailable` when the keys cannot be had.
 */
export function createTokenVerifier(issuer: string, findJwksUri: () => Promise<string>): VerifyToken {
  const findKey = createKeyFinder(findJwksUri);
  return async (token, { audience, nonce }) => {
    // What does not even claim to come from there must not make us ask for keys.
    if (readIssuer(token) !== issuer) return null;
    try {
      const { payload, protectedHeader } = await jwtVerify<{ sub: string }>(token, findKey, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ["exp", "sub"],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      if (!TYPES.has(protectedHeader.typ?.toLowerCase()) || typeof payload.sub !== "string") return null;
      return nonce === undefined || payload.nonce === nonce ? payload : null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };
}

function createKeyFinder(findJwksUri: () => Promise<string>): JWTVerifyGetKey {
  const sets = new Map<string, JWTVerifyGetKey>();
  return async (header, token) => {
    const uri = await findJwksUri();
    const keys = sets.get(uri) ?? remoteKeys(uri);
    sets.set(uri, keys);
    try {
      return await keys(header, token);
    } catch (error) {
      const isTokensFault =
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported;
      throw isTokensFault ? error : providerUnavailable(error);
    }
  };
}

function remoteKeys(uri: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(uri), {
    timeoutDuration: ANSWER_WITHIN_MS,
    cacheMaxAge: KEYS_FRESH_MS,
    cooldownDuration: LOOK_AGAIN_MS,
    // Next keeps what `fetch` answers unless it is told not to; keys that were withdrawn must not stay.
    [customFetch]: (url, init) => fetch(url, { ...init, cache: "no-store" }),
  });
}

function readIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
