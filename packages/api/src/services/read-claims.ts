import type { Deps } from "./deps";
import { claimsOf, type Claims } from "./id-token";
import { verifyKey } from "./verify-key";

export type ClaimsAnswer =
  | { kind: "claims"; claims: Claims }
  | { kind: "invalid" }
  /** The key is good, and was not granted `openid`. */
  | { kind: "insufficient-scope" };

/** What the holder of a key may know of its person (OpenID Connect Core §5.3). */
export async function readClaims(deps: Deps, input: { apiKey: string }): Promise<ClaimsAnswer> {
  const answer = await verifyKey(deps, input);
  if (answer.kind !== "valid") return { kind: "invalid" };
  if (!answer.scopes.includes("openid")) return { kind: "insufficient-scope" };
  return { kind: "claims", claims: claimsOf(answer.person, answer.scopes) };
}
