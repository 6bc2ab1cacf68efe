import Provider, { type Configuration } from "oidc-provider";
import type { SigningKey } from "./keys";

/** What the provider says of somebody; a person whom nobody described has a subject and nothing else. */
export interface Claims {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export interface Registration {
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
  /** Whom the JWT access tokens are for. */
  resource: string;
}

const HOUR = 60 * 60;

/**
 * `oidc-provider` with one client. Anybody signs in on its own pages with any name, which becomes the subject.
 * As by the book (OpenID Connect Core §5.4), e-mail and name are answered at the userinfo endpoint alone.
 */
export function createProvider(
  issuer: string,
  keys: SigningKey[],
  people: Map<string, Claims>,
  { clientId, clientSecret, redirectUris, resource }: Registration,
): Provider {
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        grant_types: ["authorization_code", "client_credentials"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: keys.map(({ jwk }) => jwk) },
    cookies: { keys: ["a key for the cookies of a provider under test"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
    ttl: {
      AccessToken: HOUR,
      ClientCredentials: HOUR,
      Grant: HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: HOUR,
    },
    pkce: { required: () => true },
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: "",
          audience: resource,
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
  };
  return new Provider(issuer, configuration);
}
