import { Hono } from "hono";
import { toReply } from "./failure";
import { healthRoutes } from "./health";
import { oauthRoutes } from "./oauth/index";
import { toOAuthReply } from "./oauth/oauth-error";
import { openapiRoutes } from "./openapi/index";
import type { RestOptions } from "./options";
import { asResponse } from "./plain-reply";
import { sayApplied } from "./prefer";
import { v1Routes } from "./v1/index";
import { WireError } from "./wire-error";

export { describeApi, type ApiFacts } from "./openapi/index";
export type * as OpenApi from "./openapi/index";
export { createFastLane, type FastLane, type FastProduct, type LaneCall } from "./fast-lane/index";
export type { RestOptions } from "./options";
export type { PlainReply } from "./plain-reply";

const OAUTH_PATHS = /^\/+(oauth|\.well-known)(\/|$)/;

/** Paths that the handler answers; a host sends everything else elsewhere, `/oauth/authorize` to its page. */
export const restPaths = /^\/(v1|healthz|readyz|openapi\.json|oauth(?!\/authorize\/?$)|\.well-known)(\/|$)/;

/** Every route that there is, and what it answers to other methods. */
export function restRoutes(options: RestOptions): Hono {
  // Not strict: a trailing slash is the same path, since clients in the field do not follow redirects.
  const app = new Hono({ strict: false });
  healthRoutes(app, options);
  v1Routes(app, options);
  oauthRoutes(app, options);
  openapiRoutes(app, options);
  return app;
}

/**
 * The REST endpoints as one function of a request: `/v1/auth/*` for command lines in the field, `/oauth/*` and the
 * well-known documents for any OAuth client, `/healthz`, `/readyz` and `/openapi.json`. It never throws and never
 * redirects; every reply carries `no-store`, `nosniff` and an `X-Request-Id`.
 */
export function createRestHandler(options: RestOptions): (request: Request) => Promise<Response> {
  const app = restRoutes(options);
  app.notFound(() => {
    throw new WireError(404, "not_found", "Not Found");
  });
  app.onError((error) => {
    throw error;
  });

  return async (request) => {
    const requestId = options.requestId() ?? crypto.randomUUID();
    let response: Response;
    try {
      response = await app.fetch(request);
    } catch (error) {
      const inDialect = OAUTH_PATHS.test(new URL(request.url).pathname) ? toOAuthReply : toReply;
      response = asResponse(inDialect(error, requestId, options));
    }
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("X-Request-Id", requestId);
    sayApplied(request, response);
    return response;
  };
}
