import {
  ProductError,
  databaseUnavailable,
  findOrCreateFederatedPerson,
  isProductError,
  type SignedIn,
} from "@alprina/api";
import { isAPIError } from "better-auth/api";
import type { Container } from "./container";
import { looksLikeJwt } from "./identity-provider";
import { ownOrigins } from "./own-origins";

/**
 * Who is signed in (contract §4): by the browser's session cookie, by a session token as bearer, or by a JWT of
 * the identity provider. Null for nobody. A user id in a body or a header counts for nothing.
 * @throws ProductError `forbidden` for a cookie on a change that another site started, and for somebody new whose
 * e-mail address is another's; `database-…` and `identity-provider-unavailable` when nobody can be looked up.
 */
export async function findSignedIn(
  { auth, deps, env, identityProvider }: Container,
  request: Request,
  bearerToken: string | null,
): Promise<SignedIn | null> {
  const hasCookie = request.headers.has("cookie");
  if (bearerToken === null && !hasCookie) return null;
  // An API key is no session token: it must not cost a look-up as one.
  if (bearerToken !== null && deps.secrets.looksLikeApiKey(bearerToken)) return null;
  if (!auth) throw new ProductError("database-not-configured", "Database not configured");
  if (bearerToken !== null && identityProvider && looksLikeJwt(bearerToken)) {
    // No session token has this form, so this one stands or falls by the provider's word alone.
    const identity = await identityProvider.identify(bearerToken);
    const person = identity && (await findOrCreateFederatedPerson(deps, identity));
    return person && { person, signedInAt: null, sessionId: null };
  }
  if (bearerToken === null) refuseOtherSites(request, ownOrigins(env));
  try {
    const headers = new Headers(request.headers);
    // Whoever brings a token is judged by it: a bad one must not fall back to a cookie whose origin nobody checked.
    if (bearerToken !== null) headers.delete("cookie");
    const session = await auth.api.getSession({ headers });
    if (!session) return null;
    const { id, email, emailVerified, name, tier, createdAt } = session.user;
    const person = {
      ...{ id, email, emailVerified, fullName: name.trim() || null, tier: tier ?? "none", createdAt },
      // Locking an account ends its sessions, and the database lets no new one be made.
      lockedAt: null,
    };
    return { person, signedInAt: session.session.createdAt, sessionId: session.session.id };
  } catch (error) {
    if (isProductError(error)) throw error;
    if (isAPIError(error) && error.status === "SERVICE_UNAVAILABLE") {
      throw new ProductError("database-unavailable", "Database unavailable", { cause: error });
    }
    // better-auth hides why it could not look; asking the database ourselves tells whether it is away.
    await deps.store.checkTables();
    throw databaseUnavailable(error);
  }
}

/** The browser sends the cookie whoever made it send the request, so a change must come from our own pages. */
export function refuseOtherSites(request: Request, ownOrigins: string[]): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  // Browsers send Origin with every such request: `null` with a form of a page whose referrer policy hides where it
  // is. There, and where a proxy cut it off, theirs is the word of Sec-Fetch-Site; without either it was no browser,
  // and what is none has no business with a cookie.
  const isOurs =
    origin === null || origin === "null"
      ? site === "same-origin"
      : ownOrigins.includes(origin) && site !== "cross-site";
  if (!isOurs) {
    throw new ProductError("forbidden", "This request did not come from a page of this server.", {
      about: "other-site",
    });
  }
}
