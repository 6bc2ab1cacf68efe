/** RFC 7636 §4.2 with S256: 32 bytes in base64url. `plain` is not offered: it proves nothing to who can listen. */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

export interface SentChallenge {
  challenge?: string;
  method?: string;
}

/**
 * The challenge that a request carries: `none`, `good`, or `bad` with what is wrong. A challenge without a method
 * would mean `plain` (RFC 7636 §4.3), so it is refused as well.
 */
export function readChallenge({
  challenge,
  method,
}: SentChallenge): { kind: "none" } | { kind: "good"; challenge: string } | { kind: "bad"; why: string } {
  if (!challenge && !method) return { kind: "none" };
  if (!challenge) return { kind: "bad", why: "code_challenge_method came without a code_challenge." };
  if (method !== "S256") return { kind: "bad", why: "code_challenge_method must be S256." };
  if (!CHALLENGE.test(challenge)) {
    return {
      kind: "bad",
      why: "code_challenge must be the base64url SHA-256 of the verifier, 43 characters.",
    };
  }
  return { kind: "good", challenge };
}

/** Whether `verifier` has the form of one (RFC 7636 §4.1). What it proves, its hash says. */
export function isVerifier(verifier: string | undefined): verifier is string {
  return verifier !== undefined && VERIFIER.test(verifier);
}
