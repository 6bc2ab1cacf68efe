import { createHash, randomBytes } from "node:crypto";
import { registerClient, type RegisterClientInput } from "../../src/index";
import type { AuthorizationInput } from "../../src/services/review-authorization";
import type { Cast, Product } from "./product";

export const OWN = { clientId: "alprina-cli" };
export const LOOPBACK = "http://127.0.0.1:41234/callback";

/** A client of its own; what it proves itself with. */
export async function addClient(
  product: Product,
  input: Partial<RegisterClientInput> = {},
): Promise<{ clientId: string; clientSecret?: string }> {
  const id = input.id ?? `client-${randomBytes(6).toString("hex")}`;
  const { clientSecret } = await registerClient(product.deps, {
    kind: "public",
    name: "Acme CLI",
    ...input,
    id,
  });
  return { clientId: id, ...(clientSecret && { clientSecret }) };
}

/** A verifier and what is sent ahead of it (RFC 7636 §4.1-4.2). */
export function pkce() {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** What a command line with a browser beside it asks. */
export function authorizationRequest(challenge: string, input: Partial<AuthorizationInput> = {}) {
  return {
    ...OWN,
    redirectUri: LOOPBACK,
    responseType: "code",
    scope: "openid email offline_access",
    state: "a state",
    codeChallenge: challenge,
    codeChallengeMethod: "S256",
    hasRequestObject: false,
    repeated: [],
    ...input,
  };
}

/** The query that the browser is sent back with. */
export function queryOf({ redirectTo }: { redirectTo: string }): Record<string, string> {
  return Object.fromEntries(new URL(redirectTo).searchParams);
}

/** A code that Ada's browser was sent back with, and what it takes to redeem it. */
export async function approvedCode(product: Product & Cast, input: Partial<AuthorizationInput> = {}) {
  const { verifier, challenge } = pkce();
  const request = authorizationRequest(challenge, input);
  const answer = await product.as(product.ada).authorizations.decide({ request, decision: "approve" });
  if (answer.kind !== "answered") throw new Error(answer.why);
  const { code } = queryOf(answer);
  if (!code) throw new Error(answer.redirectTo);
  return {
    client: { clientId: request.clientId },
    code,
    redirectUri: request.redirectUri,
    codeVerifier: verifier,
  };
}

/** A key of Ada's that can be renewed. */
export async function renewableKey(product: Product & Cast, input: Partial<AuthorizationInput> = {}) {
  const answer = await product.terminal.authorizations.redeem(await approvedCode(product, input));
  if (answer.kind !== "key" || answer.issued.refreshToken === null) throw new Error(JSON.stringify(answer));
  return { ...answer.issued, refreshToken: answer.issued.refreshToken };
}
