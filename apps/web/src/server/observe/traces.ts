import type { NodeSDKConfiguration } from "@opentelemetry/sdk-node";
import type { PgInstrumentation } from "@opentelemetry/instrumentation-pg";
import pg from "pg";
import type { TracesProtocol } from "@/env-observe";
import { withoutSecrets, type SpanExporter } from "./safe-spans";

const STOPS_WITHIN_MS = 3_000;

/**
 * Sends traces to the collector that OpenTelemetry's variables name, until the function that it answers is called.
 * Call it before the first connection to the database is made. Its packages are loaded here and nowhere else: a
 * server without a collector never reads them.
 */
export async function startTraces({ protocol }: { protocol: TracesProtocol }): Promise<() => Promise<void>> {
  const [{ NodeSDK, resources }, { PgInstrumentation }, exporter] = await Promise.all([
    import("@opentelemetry/sdk-node"),
    import("@opentelemetry/instrumentation-pg"),
    openExporter(protocol),
  ]);
  const { envDetector, hostDetector, resourceFromAttributes } = resources;
  const configuration: Partial<NodeSDKConfiguration> = {
    traceExporter: withoutSecrets(exporter),
    // What OTEL_SERVICE_NAME or OTEL_RESOURCE_ATTRIBUTES say comes after it, and counts for more.
    resource: resourceFromAttributes({ "service.name": "alprina" }),
    // Not the process's: its arguments and its owner are nobody's business.
    resourceDetectors: [envDetector, hostDetector],
    // Numbers are Prometheus's, lines are the log's.
    metricReaders: [],
    logRecordProcessors: [],
  };
  const sdk = new NodeSDK(configuration);
  sdk.start();
  // Only what a request or a procedure asks: not the rounds of the courier and the housekeeping.
  instrument(new PgInstrumentation({ requireParentSpan: true }));
  return () => {
    // A collector that is away must not hold the end up.
    const late = new Promise<void>((resolve) => setTimeout(resolve, STOPS_WITHIN_MS).unref());
    return Promise.race([sdk.shutdown(), late]);
  };
}

/** By the same names that OpenTelemetry's own start would choose it by; where to, it reads from its variables. */
async function openExporter(protocol: TracesProtocol): Promise<SpanExporter> {
  switch (protocol) {
    case "http/protobuf":
      return new (await import("@opentelemetry/exporter-trace-otlp-proto")).OTLPTraceExporter();
    case "http/json":
      return new (await import("@opentelemetry/exporter-trace-otlp-http")).OTLPTraceExporter();
    case "grpc":
      return new (await import("@opentelemetry/exporter-trace-otlp-grpc")).OTLPTraceExporter();
  }
}

/**
 * An instrumentation waits for its package to be required, which a bundle never does: `pg` is a part of ours. So the
 * patch that it would make then is made now, on the copy that we use.
 */
function instrument(instrumentation: PgInstrumentation): void {
  // `init` says what is to be patched and how; in its type it is for subclasses.
  const { init } = instrumentation as unknown as { init: PgInstrumentation["init"] };
  const definitions = [init.call(instrumentation)].flat();
  definitions.find(({ name }) => name === "pg")?.patch?.(pg);
}
