const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps how somebody wants to see the pages; null forgets it. */
export function choiceCookie(name: string, value: string | null, publicUrl: string): string {
  return [
    `${name}=${value ?? ""}`,
    "Path=/",
    `Max-Age=${value === null ? 0 : YEAR_SECONDS}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(publicUrl.startsWith("https:") ? ["Secure"] : []),
  ].join("; ");
}
