import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Env } from "@/env";
import type { Logger } from "../logger";
import { withRequestId } from "./current-request";
import type { Measures } from "./measures";
import { requestIdOf } from "./request-id";
import { isFrequent, routeOf, type Route } from "./routes";
import type { Tracing } from "./tracing";

/** What observes the requests of a host. */
export interface Observers {
  env: Env;
  logger: Logger;
  measures: Measures;
  /** Undefined where no traces are sent. */
  tracing: Tracing | undefined;
}

/** As nginx writes it: the client did not wait for the reply. */
export const CLIENT_LEFT = 499;

/**
 * The same front door, whose requests each have an id, a line in the log, a place in the metrics and, where traces
 * are sent, a span.
 */
export function observed(observers: Observers, answer: RequestListener): RequestListener {
  const { env, tracing } = observers;
  return (request, response) => {
    const beganAt = performance.now();
    const requestId = requestIdOf(request, env.trustedProxies);
    response.once("close", () => noteReply(observers, replyOf(request, response), beganAt, requestId));
    withRequestId(requestId, () => {
      if (!tracing) return answer(request, response);
      // Who may name our requests may also say of which of their traces they are a part.
      const carrier = request.headers["x-request-id"] === requestId ? request.headers : {};
      const replyOfThis = () => replyOf(request, response);
      tracing.request({ carrier, response, requestId, replyOf: replyOfThis }, () =>
        answer(request, response),
      );
    });
  };
}

export interface Reply {
  route: Route;
  method: string;
  status: number;
}

/** The front door has cleaned the path by now. */
function replyOf({ method = "", url = "" }: IncomingMessage, response: ServerResponse): Reply {
  return {
    route: routeOf(url),
    method,
    status: response.writableFinished ? response.statusCode : CLIENT_LEFT,
  };
}

/** The same for a route of Next's, on a host where our front door does not stand before it. */
export function observedRoute(
  observers: Observers,
  answer: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const beganAt = performance.now();
    const requestId = randomUUID();
    const response = await withRequestId(requestId, () => answer(request));
    response.headers.set("X-Request-Id", requestId);
    const route = routeOf(new URL(request.url).pathname);
    noteReply(observers, { route, method: request.method, status: response.status }, beganAt, requestId);
    return response;
  };
}

/** Counts and times a reply, and writes its line. `beganAt` by `performance.now()`. */
export function noteReply(
  { logger, measures }: Pick<Observers, "logger" | "measures">,
  reply: Reply,
  beganAt: number,
  requestId: string,
): void {
  const seconds = (performance.now() - beganAt) / 1000;
  measures.request(reply.route, reply.status, seconds);
  const level = isFrequent(reply.route) ? "debug" : "info";
  if (!logger.isLevelEnabled(level)) return;
  logger[level]({ requestId, ...reply, ms: Math.round(seconds * 1000) }, "request");
}
