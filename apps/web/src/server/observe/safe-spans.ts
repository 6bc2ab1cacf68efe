import type { NodeSDKConfiguration } from "@opentelemetry/sdk-node";
import { mask } from "../mask";
import { routeOf } from "./routes";

export type SpanExporter = NonNullable<NodeSDKConfiguration["traceExporter"]>;
type Span = Parameters<SpanExporter["export"]>[0][number];

/**
 * What a span may say. Everything else stays here: Next writes the whole address of a request into some, with the
 * code in it, and libraries to come may do as they please.
 */
const ALLOWED = new Set([
  ...["alprina.procedure", "alprina.outcome", "alprina.request_id"],
  ...["http.request.method", "http.route", "http.response.status_code", "http.method", "http.status_code"],
  // The text of a statement is written in our code. Its values are not in it, and not recorded.
  ...["db.system.name", "db.namespace", "db.query.text", "db.response.status_code", "error.type"],
  ...["next.route", "next.page", "next.span_type"],
]);

/** The same exporter, which is handed no address, no code, no key and no text of an error. */
export function withoutSecrets(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(safe), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

function safe(span: Span): Span {
  const attributes = Object.fromEntries(
    Object.entries(span.attributes)
      .filter(([name]) => ALLOWED.has(name))
      .map(([name, value]) => [name, typeof value === "string" ? mask(value) : value]),
  );
  // An error's message may quote what it did not like. The log has it, masked, under the same request id.
  const events = span.events.map((event) => ({
    ...event,
    attributes: { "exception.type": event.attributes?.["exception.type"] },
  }));
  return Object.create(span, {
    name: { value: mask(withoutPaths(span.name)) },
    attributes: { value: attributes },
    events: { value: events },
    status: { value: { code: span.status.code } },
  }) as Span;
}

/** Next puts the path of a request into the names of some spans, and a link's token may stand in a path. */
function withoutPaths(name: string): string {
  return name.replace(/(?:https?:\/\/[^\s/]+)?(\/\S*)/g, (_, path: string) => routeOf(path));
}
