import { Hono } from "hono";
import { toResponse } from "./failure";
import { healthRoutes } from "./health";
import type { RestOptions } from "./options";
import { v1Routes } from "./v1/index";
import { WireError } from "./wire-error";

export type { RestOptions } from "./options";

/** Paths that the handler answers; a host sends everything else elsewhere. */
export const restPaths = /^\/(v1|healthz|readyz)(\/|$)/;

/**
 * The REST endpoints as one function of a request: `/v1/auth/*` in the words of `contract.md` §1, `/healthz`
 * and `/readyz`. It never throws and never redirects; every reply carries `no-store`, `nosniff` and an
 * `X-Request-Id`.
 */
export function createRestHandler(options: RestOptions): (request: Request) => Promise<Response> {
  // Not strict: a trailing slash is the same path, since clients in the field do not follow redirects.
  const app = new Hono({ strict: false });
  healthRoutes(app, options);
  v1Routes(app, options);
  app.notFound(() => {
    throw new WireError(404, "not_found", "Not Found");
  });
  app.onError((error) => {
    throw error;
  });

  return async (request) => {
    const requestId = crypto.randomUUID();
    let response: Response;
    try {
      response = await app.fetch(request);
    } catch (error) {
      response = toResponse(error, requestId, options);
    }
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("X-Request-Id", requestId);
    return response;
  };
}
