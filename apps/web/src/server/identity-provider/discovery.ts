import { ProductError } from "@alprina/api";
import { z } from "zod";

const endpoint = z.url({ protocol: /^https?$/ });

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});

/** What a provider says of itself (OpenID Connect Discovery §3). */
export type ProviderMetadata = z.output<typeof metadata>;

export const ANSWER_WITHIN_MS = 5_000;
const FRESH_MS = 60 * 60 * 1_000;
const RETRY_MS = 60_000;

/**
 * Reads the provider's discovery document when it is first needed, so that a provider which is away keeps no
 * server from starting, and again after an hour. While that fails, what was known before still serves.
 * The returned function throws ProductError `identity-provider-unavailable`.
 */
export function createDiscovery(issuer: string): () => Promise<ProviderMetadata> {
  let known: { metadata: ProviderMetadata; freshUntil: number } | undefined;
  let asking: Promise<ProviderMetadata> | undefined;
  return async () => {
    if (known && Date.now() < known.freshUntil) return known.metadata;
    asking ??= fetchMetadata(issuer).finally(() => (asking = undefined));
    try {
      known = { metadata: await asking, freshUntil: Date.now() + FRESH_MS };
    } catch (error) {
      if (!known) throw providerUnavailable(error);
      known.freshUntil = Date.now() + RETRY_MS;
    }
    return known.metadata;
  };
}

async function fetchMetadata(issuer: string): Promise<ProviderMetadata> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const found = metadata.parse(await fetchJson(url));
  // Discovery §4.3: otherwise one provider could speak for another. A slash at the end is the usual slip.
  if (found.issuer !== issuer) {
    throw new Error(`OIDC_ISSUER is ${issuer}, but the provider calls itself ${found.issuer}`);
  }
  return found;
}

/** @throws for any answer but 200 with JSON, and when there is none in time. */
export async function fetchJson(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: "application/json", ...headers },
    cache: "no-store",
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

export function providerUnavailable(cause: unknown): ProductError {
  return new ProductError(
    "identity-provider-unavailable",
    "The identity provider cannot be reached. Try again in a moment.",
    { cause },
  );
}
