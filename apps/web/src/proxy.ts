import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { readEnv } from "@/env";
import { chooseLanguage } from "@/i18n/choose-language";
import { pagePolicy, securityHeaders } from "@/server/security-headers";

/*
 * The headers of pages. Here and not in our front door, because Next takes a page's nonce from this place, and so
 * a page has it on a host without the front door too. The price is a millisecond or so a page, and that no page
 * can be made ahead of its request; none was, since each knows who looks.
 */

let env: ReturnType<typeof readEnv> | undefined;

export function proxy(request: NextRequest): NextResponse {
  const { publicUrl, isDevelopment } = (env ??= readEnv());
  if (!PAGE_METHODS.includes(request.method)) return refuseMethod(publicUrl);
  const policy = pagePolicy(randomBytes(16).toString("base64"), { isDevelopment });
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request and writes it on its scripts and styles.
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  const language = chooseLanguage({
    cookie: request.headers.get("cookie"),
    acceptLanguage: request.headers.get("accept-language"),
  });
  const lines = {
    ...securityHeaders(publicUrl),
    "Content-Security-Policy": policy,
    "Content-Language": language,
  };
  for (const [name, value] of Object.entries(lines)) response.headers.set(name, value);
  return response;
}

/** POST is what a form does whose script has not come yet: the page is shown again, and nothing stands in its URL. */
const PAGE_METHODS = ["GET", "HEAD", "POST"];

function refuseMethod(publicUrl: string): NextResponse {
  return new NextResponse(null, {
    status: 405,
    headers: { ...securityHeaders(publicUrl), Allow: PAGE_METHODS.join(", ") },
  });
}

/** Everything but the REST handler's paths, the two mounts under /api, the brand and static files, which say theirs themselves. */
export const config = {
  matcher: [
    "/((?!v1(?:/|$)|oauth/(?!authorize/?$)|\\.well-known/|healthz$|readyz$|openapi\\.json$|api/trpc/|api/auth/|brand/|_next/static/).*)",
  ],
};
