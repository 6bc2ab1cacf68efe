import { EnvError } from "./env-error";

/** Where this server shows its metrics. Without a port and a token, nowhere. */
export interface MetricsSettings {
  /** Of a listener of its own; undefined without one. */
  port: number | undefined;
  host: string;
  /** What a reader must bring; with it `/metrics` is there on the main port too. */
  token: string | undefined;
}

const TOKEN_AT_LEAST = 16;

/** @throws EnvError for a port that is taken by the pages, and for a token that could be guessed. */
export function readMetrics(data: {
  PORT: number;
  METRICS_PORT?: number;
  METRICS_HOST: string;
  METRICS_TOKEN?: string;
}): MetricsSettings {
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token } = data;
  if (port !== undefined && port === data.PORT) {
    throw new EnvError(
      `METRICS_PORT and PORT are both ${port}. Choose another port for the metrics, or set METRICS_TOKEN instead: then they are at /metrics on the main port.`,
    );
  }
  if (token !== undefined && token.length < TOKEN_AT_LEAST) {
    throw new EnvError(
      `METRICS_TOKEN must be at least ${TOKEN_AT_LEAST} characters; make one with "openssl rand -base64 32"`,
    );
  }
  return { port, host, token };
}

/**
 * Whether traces go to a collector: when one of OpenTelemetry's own variables names one and none turns it off. The
 * rest of its variables are read by its SDK.
 */
export function sendsTraces(data: {
  OTEL_SDK_DISABLED?: string;
  OTEL_TRACES_EXPORTER?: string;
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string;
}): boolean {
  if (data.OTEL_SDK_DISABLED?.toLowerCase() === "true" || data.OTEL_TRACES_EXPORTER === "none") return false;
  return Boolean(data.OTEL_EXPORTER_OTLP_ENDPOINT ?? data.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);
}

const tracesProtocols = ["http/protobuf", "http/json", "grpc"] as const;
export type TracesProtocol = (typeof tracesProtocols)[number];

/**
 * How traces travel there; OpenTelemetry's own default is the first.
 * @throws EnvError for anything else.
 */
export function tracesProtocol(data: {
  OTEL_EXPORTER_OTLP_PROTOCOL?: string;
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL?: string;
}): TracesProtocol {
  const asked = data.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? data.OTEL_EXPORTER_OTLP_PROTOCOL;
  const protocol = tracesProtocols.find((one) => one === (asked ?? tracesProtocols[0]));
  if (protocol) return protocol;
  throw new EnvError(`OTEL_EXPORTER_OTLP_PROTOCOL must be one of ${tracesProtocols.join(", ")}`);
}
