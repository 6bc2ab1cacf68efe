/** Fewer different characters than any 32 random ones have, in hex (16) by all but one chance in millions. */
const DIFFERENT_AT_LEAST = 8;

/** What people leave standing, or write to be rid of the question. */
const PLACEHOLDER =
  /change|example|placeholder|insert|replace|characters or more:|your[\W_]*secret|better-auth-secret|super[\W_]*secret/i;

/**
 * Whether a secret that is long enough is none nevertheless: one thing repeated, or a text from somebody's
 * documentation. One that is made as .env.example says is refused in no lifetime.
 */
export function isGuessable(secret: string): boolean {
  return new Set(secret).size < DIFFERENT_AT_LEAST || isRepetition(secret) || PLACEHOLDER.test(secret);
}

/** "secretsecretsec": each character is the one `period` places before it. */
function isRepetition(secret: string): boolean {
  for (let period = 1; period <= secret.length / 2; period++) {
    if (secret.startsWith(secret.slice(period))) return true;
  }
  return false;
}
