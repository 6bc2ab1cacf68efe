import {
  authorizationResponse,
  refuseAuthorization,
  type AuthorizationParameters,
  type AuthorizationRefusal,
} from "../domain/authorization-request";
import { matchesRedirectUri } from "../domain/redirect-uri";
import { isProductError } from "../domain/errors";
import { lifetimeChoices } from "../domain/policy";
import type { Scope } from "../domain/scopes";
import { cleanText } from "../domain/text";
import type { StoredClient } from "../store/index";
import { requireScopes } from "./client-scopes";
import type { Deps, DeviceFacts } from "./deps";
import { offerScopes, type RequestingClient, type ScopeOffer } from "./review-request";

export interface AuthorizationInput extends AuthorizationParameters, DeviceFacts {
  clientId?: string;
  redirectUri?: string;
  scope?: string;
  state?: string;
  nonce?: string;
}

/** What a person is shown before a client that has a browser beside it gets a key. */
export interface AuthorizationConsent {
  client: RequestingClient;
  scopes: ScopeOffer[];
  /** What the program says of itself, fit to show. */
  deviceName: string | null;
  deviceOs: string | null;
  clientVersion: string | null;
  /** Where the browser goes with the answer. */
  redirectUri: string;
  /** How long the key may live: what the person can choose from, in seconds, the longest last. */
  lifetimesSeconds: number[];
}

/** What is wrong with a link; a page says it in words. */
export type UnusableLink = "no-client" | "unknown-client" | "no-return" | "other-return";

export type ReviewAuthorizationAnswer =
  | { kind: "consent"; consent: AuthorizationConsent }
  /** Client or redirect URI are not known to be good: nobody is sent anywhere (RFC 6749 §4.1.2.1). */
  | { kind: "unusable"; why: UnusableLink }
  /** Goes back to the client with its reason. */
  | { kind: "refused"; redirectTo: string };

/** An authorization request that may be put before a person. */
export interface GoodRequest {
  kind: "good";
  client: StoredClient;
  redirectUri: string;
  codeChallenge: string;
  scopes: Scope[];
}

/** Looks at an authorization request (RFC 6749 §4.1.1) and changes nothing. */
export async function reviewAuthorization(
  deps: Deps,
  input: AuthorizationInput,
): Promise<ReviewAuthorizationAnswer> {
  const answer = await checkAuthorization(deps, input);
  if (answer.kind !== "good") return answer;
  const { client, redirectUri } = answer;
  const { id, name, logo } = client;
  return {
    kind: "consent",
    consent: {
      client: { id, name, logo },
      scopes: offerScopes(answer.scopes),
      ...showFacts(input),
      redirectUri,
      lifetimesSeconds: lifetimeChoices(deps.policy),
    },
  };
}

/** A program's words on its device, as they are shown and as they are stored. */
export function showFacts({ deviceName, deviceOs, clientVersion }: DeviceFacts) {
  return {
    deviceName: cleanText(deviceName),
    deviceOs: cleanText(deviceOs),
    clientVersion: cleanText(clientVersion, 60),
  };
}

export async function checkAuthorization(
  deps: Deps,
  input: AuthorizationInput,
): Promise<GoodRequest | Exclude<ReviewAuthorizationAnswer, { kind: "consent" }>> {
  const { clientId, redirectUri, repeated } = input;
  if (!clientId || repeated.includes("client_id")) return unusable("no-client");
  const client = await deps.clients.find(clientId);
  if (!client) return unusable("unknown-client");
  if (!redirectUri || repeated.includes("redirect_uri")) return unusable("no-return");
  if (!matchesRedirectUri(client.redirectUris, redirectUri)) {
    return unusable("other-return");
  }
  const refuse = (refusal: AuthorizationRefusal) => ({
    kind: "refused" as const,
    redirectTo: authorizationResponse({ issuer: deps.issuer, redirectUri, state: input.state }, refusal),
  });
  const refusal = refuseAuthorization(input);
  if (refusal) return refuse(refusal);
  if (!client.grantTypes.includes("authorization_code")) {
    return refuse({
      error: "unauthorized_client",
      description: "This client may not use the authorization code grant.",
    });
  }
  try {
    const scopes = requireScopes(client, input.scope);
    return { kind: "good", client, redirectUri, codeChallenge: input.codeChallenge ?? "", scopes };
  } catch (error) {
    if (!isProductError(error) || error.code !== "scope-not-allowed") throw error;
    return refuse({ error: "invalid_scope", description: error.message });
  }
}

const unusable = (why: UnusableLink) => ({ kind: "unusable" as const, why });
