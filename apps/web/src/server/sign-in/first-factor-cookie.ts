/** Holds the proof that a password was right, until the code. */
export const firstFactorCookieName = (isHttps: boolean): string =>
  isHttps ? "__Host-alprina.proof" : "alprina.proof";

/** The line that sets it. */
export function firstFactorCookie(proof: string, seconds: number, isHttps: boolean): string {
  const secure = isHttps ? "; Secure" : "";
  return `${firstFactorCookieName(isHttps)}=${proof}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
