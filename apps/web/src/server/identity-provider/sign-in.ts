import { isProductError, OPENID_ACCOUNT, openIdAccount, readFederatedProfile } from "@alprina/api";
import type { BetterAuthPlugin } from "better-auth";
import { APIError } from "better-auth/api";
import { createAuthorizationURL, validateAuthorizationCode, type OAuthProvider } from "better-auth/oauth2";
import type { JWTPayload } from "jose";
import { fetchJson } from "./discovery";
import { toIdentity, type IdentityProvider } from "./index";

type Claims = JWTPayload & { sub: string };

/**
 * The provider as one of better-auth's, which runs the flow (RFC 6749 §4.1 with state, PKCE and nonce) under
 * /sign-in/social and /callback/oidc. Its own generic plugin reads the discovery document at the start and holds
 * every session up until that answers, and takes whatever issuer the document names; ours is read when it is
 * needed, and must be the operator's issuer, which is half of the key of every account.
 */
export function openIdSignIn(provider: IdentityProvider): BetterAuthPlugin {
  const { client } = provider.settings;
  return {
    id: "openid-sign-in",
    init: ({ socialProviders, logger }) => {
      if (!client) return;
      const log = (error: unknown) => logger.error(`Identity provider: ${reasonOf(error)}`);
      return {
        context: { socialProviders: [...socialProviders, toOAuthProvider(provider, client, log)] },
      };
    },
  };
}

type Client = NonNullable<IdentityProvider["settings"]["client"]>;

function toOAuthProvider(
  provider: IdentityProvider,
  client: Client,
  log: (error: unknown) => void,
): OAuthProvider<Claims> {
  const { issuer, name } = provider.settings;
  const options = { clientId: client.id, clientSecret: client.secret };
  return {
    id: OPENID_ACCOUNT,
    name,
    issuer,
    requiresIdTokenNonce: true,
    accountSubject: ({ profile }) => openIdAccount(issuer, profile.sub) ?? "",

    async createAuthorizationURL({ state, codeVerifier, redirectURI, idTokenNonce, loginHint }) {
      const { authorization_endpoint } = await provider.discover().catch((error: unknown) => {
        log(error);
        throw new APIError("SERVICE_UNAVAILABLE", { code: "IDENTITY_PROVIDER_UNAVAILABLE" });
      });
      return createAuthorizationURL({
        id: OPENID_ACCOUNT,
        options,
        authorizationEndpoint: authorization_endpoint,
        state,
        codeVerifier,
        redirectURI,
        scopes: client.scopes,
        nonce: idTokenNonce,
        loginHint,
      });
    },

    async validateAuthorizationCode({ code, codeVerifier, redirectURI }) {
      const { token_endpoint, token_endpoint_auth_methods_supported: methods } = await provider.discover();
      return validateAuthorizationCode({
        code,
        codeVerifier,
        redirectURI,
        options,
        tokenEndpoint: token_endpoint,
        // RFC 8414 §2: Basic is what a provider that names no method means.
        authentication: methods?.includes("client_secret_post") ? "post" : "basic",
      });
    },

    async getUserInfo({ idToken, accessToken, expectedIdTokenNonce }) {
      // OpenID Connect Core §3.1.3.7: for us, by this provider, and for this very request.
      if (!idToken || !expectedIdTokenNonce) return null;
      try {
        const claims = await provider.verify(idToken, { audience: client.id, nonce: expectedIdTokenNonce });
        const profile = claims && (await completeClaims(provider, claims, accessToken));
        if (!profile) return null;
        const { email, isEmailVerified, fullName } = readFederatedProfile(toIdentity(issuer, profile));
        return { user: { email, emailVerified: isEmailVerified, name: fullName }, data: profile };
      } catch (error) {
        log(error);
        // better-auth sends the person back to /sign-in, which says that it did not work.
        return null;
      }
    },
  };
}

/** Many providers keep e-mail and name out of the ID token and answer them at the userinfo endpoint (Core §5.3). */
async function completeClaims(
  provider: IdentityProvider,
  claims: Claims,
  accessToken: string | undefined,
): Promise<Claims | null> {
  const { userinfo_endpoint } = await provider.discover();
  if (claims.email || !userinfo_endpoint || !accessToken) return claims;
  const more = (await fetchJson(userinfo_endpoint, { authorization: `Bearer ${accessToken}` })) as JWTPayload;
  // Core §5.3.4: otherwise one person's token could bring another's address.
  return more.sub === claims.sub ? { ...more, ...claims } : null;
}

/** For the log: why the provider could not be asked, or what it answered. */
function reasonOf(error: unknown): string {
  const reason = isProductError(error) ? error.options.cause : error;
  return reason instanceof Error ? reason.message : String(reason);
}
