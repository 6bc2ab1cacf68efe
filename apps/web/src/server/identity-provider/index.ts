import type { FederatedIdentity } from "@alprina/api";
import type { JWTPayload } from "jose";
import type { OpenIdSettings } from "@/env-sign-in";
import { createDiscovery, type ProviderMetadata } from "./discovery";
import { createTokenVerifier, type VerifyToken } from "./verify-token";

/** The operator's OpenID provider. Nothing is asked of it before somebody comes from there. */
export interface IdentityProvider {
  settings: OpenIdSettings;
  discover: () => Promise<ProviderMetadata>;
  verify: VerifyToken;
  /**
   * Whom a bearer JWT speaks for; null when it does not hold.
   * @throws ProductError `identity-provider-unavailable` when its keys cannot be had.
   */
  identify: (token: string) => Promise<FederatedIdentity | null>;
}

export function createIdentityProvider(settings: OpenIdSettings): IdentityProvider {
  const { issuer, audiences, jwksUri } = settings;
  const discover = createDiscovery(issuer);
  const verify = createTokenVerifier(issuer, async () => jwksUri ?? (await discover()).jwks_uri);
  return {
    settings,
    discover,
    verify,
    identify: async (token) => {
      const claims = await verify(token, { audience: audiences });
      return claims && toIdentity(issuer, claims);
    },
  };
}

/** Claims whose token was verified, or that came over TLS from the provider itself, in our words. */
export function toIdentity(issuer: string, claims: JWTPayload & { sub: string }): FederatedIdentity {
  return {
    issuer,
    subject: claims.sub,
    email: typeof claims.email === "string" ? claims.email : null,
    isEmailVerified: claims.email_verified === true,
    fullName: typeof claims.name === "string" ? claims.name : null,
  };
}

/** Three parts of base64url (RFC 7515 §7.1). Session tokens have one or two, API keys one. */
export function looksLikeJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
}
