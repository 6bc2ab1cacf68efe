import { createServer } from "node:http";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const attribute = z.looseObject({ key: z.string(), value: z.record(z.string(), z.unknown()) });
const span = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(attribute).default([]),
});
const message = z.looseObject({
  resourceSpans: z.array(
    z.looseObject({
      resource: z.looseObject({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.looseObject({ spans: z.array(span) })),
    }),
  ),
});

export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Record<string, unknown>;
}

/** A collector of traces that takes OTLP as JSON, as any real one does, and keeps what it is sent. */
export interface Collector {
  url: string;
  spans: Span[];
  /** What stands behind each request's Authorization, and everything as it came. */
  raw: string[];
  services: Set<unknown>;
  close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  const spans: Span[] = [];
  const raw: string[] = [];
  const services = new Set<unknown>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const text = (request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString(
        "utf8",
      );
      raw.push(`${request.method} ${request.url}\n${text}`);
      if (request.url === "/v1/traces") take(text);
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    });
  });
  function take(text: string): void {
    for (const { resource, scopeSpans } of message.parse(JSON.parse(text)).resourceSpans) {
      services.add(valuesOf(resource.attributes)["service.name"]);
      for (const one of scopeSpans.flatMap((scope) => scope.spans))
        spans.push({ ...one, attributes: valuesOf(one.attributes) });
    }
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    raw,
    services,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const valuesOf = (attributes: z.output<typeof attribute>[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
