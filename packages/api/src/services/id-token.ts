import { createHash } from "node:crypto";
import { SignJWT } from "jose";
import type { Scope } from "../domain/scopes";
import type { Person } from "../store/index";
import type { Deps } from "./deps";
import { currentSigner } from "./signing-keys";

const LIFETIME_SECONDS = 60 * 60;

/** What a person allowed a client to know of them (OpenID Connect Core §5.4). */
export interface Claims {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
}

/** `sub` always; the name with `profile`, the address with `email`. */
export function claimsOf(person: Person, scopes: readonly Scope[]): Claims {
  return {
    sub: person.id,
    ...(scopes.includes("profile") && person.fullName !== null && { name: person.fullName }),
    ...(scopes.includes("email") && { email: person.email, email_verified: person.emailVerified }),
  };
}

/** Makes the ID token of a key that was just issued. */
export type SignIdToken = (of: {
  person: Person;
  clientId: string;
  apiKey: string;
  nonce?: string | null;
}) => Promise<string>;

/**
 * Readies an ID token for `scopes` (OpenID Connect Core §2), or null when they do not ask for one. Whatever can
 * fail happens here, before the write that gives the key; signing afterwards only computes.
 */
export async function prepareIdToken(deps: Deps, scopes: readonly Scope[]): Promise<SignIdToken | null> {
  if (!scopes.includes("openid")) return null;
  const { kid, privateKey } = await currentSigner(deps);
  return ({ person, clientId, apiKey, nonce }) => {
    const issuedAt = Math.floor(deps.now().getTime() / 1000);
    const { sub, ...claims } = claimsOf(person, scopes);
    return new SignJWT({ ...claims, at_hash: atHash(apiKey), ...(nonce && { nonce }) })
      .setProtectedHeader({ alg: "RS256", kid, typ: "JWT" })
      .setIssuer(deps.issuer)
      .setSubject(sub)
      .setAudience(clientId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFETIME_SECONDS)
      .sign(privateKey);
  };
}

/** OpenID Connect Core §3.1.3.6: the left half of the hash, which ties the two tokens together. */
function atHash(accessToken: string): string {
  return createHash("sha256").update(accessToken).digest().subarray(0, 16).toString("base64url");
}
