/** What every reply tells browsers, and what a page of ours may load. */

/** For what is no page: it may load nothing, and be shown in no frame. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Two years. Subdomains and preload lists are the operator's to decide, who may serve other things beside us. */
const HSTS = "max-age=63072000";

/** The headers of every reply, pages and errors included; a page replaces the Content-Security-Policy. */
export function securityHeaders(publicUrl: string): Record<string, string> {
  return {
    "Content-Security-Policy": DATA_POLICY,
    // RFC 6797 §7.2: never on plain http.
    ...(publicUrl.startsWith("https:") && { "Strict-Transport-Security": HSTS }),
    // A code may stand in the URL of /authorize.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), display-capture=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}

/**
 * What sonner writes into a style element when its module loads, and the element before that, which is empty: it
 * takes no nonce. A hash lets in this one text and no other. The browser tests fail when another version has
 * another text; the browser's console then names the new hash.
 */
const SONNER = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
];

/**
 * A page's Content-Security-Policy. `nonce` is new with every reply: only scripts run that are files of ours, or that
 * our server wrote into this very page. Not 'strict-dynamic': it lets a page's scripts add inline ones, and Next's
 * add none. `next dev` evaluates code and adds styles as it reloads.
 */
export function pagePolicy(nonce: string, { isDevelopment }: { isDevelopment: boolean }): string {
  const script = `script-src 'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    isDevelopment ? `${script} 'unsafe-eval'` : script,
    // Style attributes in the HTML are refused too; React sets a page's by script, which is allowed.
    isDevelopment
      ? "style-src 'self' 'unsafe-inline'"
      : `style-src 'self' 'nonce-${nonce}' ${SONNER.join(" ")}`,
    // A client's logo is a `data:` URL.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // The consent page goes back to a program by a script's navigation, which this does not govern.
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The same handler, whose replies carry `securityHeaders`. */
export function secured(
  handler: (request: Request) => Promise<Response>,
  publicUrl: string,
): (request: Request) => Promise<Response> {
  const headers = Object.entries(securityHeaders(publicUrl));
  return async (request) => {
    const response = await handler(request);
    for (const [name, value] of headers) response.headers.set(name, value);
    return response;
  };
}
