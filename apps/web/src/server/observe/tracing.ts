import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import type { WatchProcedure } from "@alprina/api";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";

/** Requests and procedures as spans, whose names and attributes are words of our own. */
export interface Tracing {
  /**
   * Runs `answer` in a span that lasts until `response` is over, and is what `replyOf` says by then. `carrier` are
   * headers that may name the trace to go on with (W3C Trace Context).
   */
  request(
    to: {
      carrier: IncomingHttpHeaders;
      response: ServerResponse;
      requestId: string;
      replyOf: () => { route: string; method: string; status: number };
    },
    answer: () => void,
  ): void;
  procedure: WatchProcedure;
}

export function createTracing(tracer: Tracer = trace.getTracer("alprina")): Tracing {
  return {
    request({ carrier, response, requestId, replyOf }, answer) {
      const parent = propagation.extract(ROOT_CONTEXT, carrier);
      const span = tracer.startSpan("request", { kind: SpanKind.SERVER }, parent);
      response.once("close", () => {
        const { route, method, status } = replyOf();
        span.updateName(`${method} ${route}`);
        span.setAttributes({
          "alprina.request_id": requestId,
          "http.request.method": method,
          "http.route": route,
          "http.response.status_code": status,
        });
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
      context.with(trace.setSpan(parent, span), answer);
    },

    procedure: (procedure, run, outcomeOf) =>
      tracer.startActiveSpan(procedure, async (span) => {
        try {
          const result = await run();
          const outcome = outcomeOf(result);
          span.setAttributes({ "alprina.procedure": procedure, "alprina.outcome": outcome });
          if (outcome === "failed") span.setStatus({ code: SpanStatusCode.ERROR });
          return result;
        } finally {
          span.end();
        }
      }),
  };
}
