const HOME = "/";
/** After the password, for whoever has a second factor. */
export const SECOND_STEP = "/sign-in/second-step";
/** In characters. An authorization request must pass, and once more encoded must fit a browser's request line. */
export const MAX_PATH_LENGTH = 4096;

/** Where to go after signing in: as `ownPath`, but not back to the form, which would look like a failure. */
export function safeNextPath(value: string | string[] | null | undefined): string {
  const path = ownPath(value);
  return /^\/sign-(?:in|up|in\/second-step)(?:[?#]|$)/.test(path) ? HOME : path;
}

/**
 * A path of ours, or home. A value from an address bar must never lead elsewhere
 * (open redirect): browsers read `//host`, `/\host` and paths with control characters as other origins.
 */
export function ownPath(value: string | string[] | null | undefined): string {
  if (typeof value !== "string" || value.length > MAX_PATH_LENGTH) return HOME;
  if (!value.startsWith("/") || value.startsWith("//")) return HOME;
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0020\u007f-\u00a0\\]/.test(value)) return HOME;
  const ours = "http://ours.invalid";
  const url = URL.canParse(value, ours) ? new URL(value, ours) : null;
  if (!url || url.origin !== ours || url.pathname.startsWith("//")) return HOME;
  return url.pathname + url.search + url.hash;
}

/** A link to a sign-in or sign-up page that comes back to `next`. */
export function withNext(page: "/sign-in" | "/sign-up", next: string): string {
  return next === HOME ? page : `${page}?next=${encodeURIComponent(next)}`;
}

/** The page that asks for the code of a second factor, and goes on to `next`. */
export function secondStep(next: string): string {
  return next === HOME ? SECOND_STEP : `${SECOND_STEP}?next=${encodeURIComponent(next)}`;
}

/** Asks for the password (or the provider) although somebody is signed in, and comes back to `next`. */
export function signInAgain(next: string): string {
  return `/sign-in?again=1&next=${encodeURIComponent(next)}`;
}

/** `/authorize`, with the code that is being entered. */
export function authorizePath(userCode: string): string {
  return userCode ? `/authorize?user_code=${encodeURIComponent(userCode)}` : "/authorize";
}

/** The page of one login, with the code that it shows while there is something to decide. */
export function loginPath(grantId: string, userCode: string): string {
  const path = `/authorize/${encodeURIComponent(grantId)}`;
  return userCode ? `${path}?user_code=${encodeURIComponent(userCode)}` : path;
}

/** The code in a path that leads to `/authorize`, or null. */
export function userCodeInPath(path: string): string | null {
  const [pathname, query = ""] = path.split("?", 2);
  return pathname === "/authorize" ? new URLSearchParams(query).get("user_code") : null;
}
