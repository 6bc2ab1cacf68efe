import { createServer, type Server } from "node:http";
import { EnvError, type Env } from "@/env";
import type { Measures } from "./measures";
import { metricsReply } from "./metrics-reply";

/**
 * Serves the metrics on a port of their own, where the operator wants that; the function that ends it.
 * @throws EnvError for a port that cannot be had.
 */
export async function openMetricsPort(
  { metrics: { port, host, token } }: Env,
  measures: Measures,
): Promise<(() => Promise<void>) | undefined> {
  if (port === undefined) return undefined;
  const server = createServer((request, response) => {
    const isThere = request.url === "/metrics" && (request.method === "GET" || request.method === "HEAD");
    if (!isThere) {
      response.writeHead(404).end();
      return;
    }
    metricsReply(measures, token, request.headers.authorization).then(
      ({ status, headers, text }) => response.writeHead(status, headers).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, port, host);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new EnvError(
          `METRICS_PORT: cannot listen on ${host}, port ${port} (${error.code ?? error.message}). Choose another METRICS_PORT or METRICS_HOST.`,
        ),
      ),
    );
    server.listen({ port, host }, resolve);
  });
}
