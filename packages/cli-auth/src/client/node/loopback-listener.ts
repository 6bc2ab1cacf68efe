import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { LoopbackListener, Visit } from "../host";
import { callbackPage } from "./callback-page";

/**
 * Listens where only this machine can knock, on a port that is free (RFC 8252 §7.3): by its number, because the name
 * `localhost` may lead elsewhere (§8.3).
 */
export async function listenOnLoopback(path: string): Promise<LoopbackListener> {
  const { createServer } = await import("node:http");
  const visitors = new Map<string, (visit: Visit) => void>();
  const server = createServer((request, response) => {
    const visit = visitOf(request, response, path);
    const state = visit?.parameters.get("state") ?? "";
    const taken = visitors.get(state);
    if (!visit || !taken) return refuse(response);
    visitors.delete(state);
    taken(visit);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    redirectUri: `http://127.0.0.1:${port}${path}`,
    visit: (state) => new Promise((resolve) => visitors.set(state, resolve)),
    close: () => {
      server.close();
      server.closeIdleConnections();
      // What was just answered may still be on its way; nothing that is left holds the process up.
      server.unref();
    },
  };
}

function visitOf(request: IncomingMessage, response: ServerResponse, path: string): Visit | undefined {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (request.method !== "GET" || url.pathname !== path) return undefined;
  return {
    parameters: url.searchParams,
    answer: (page) => send(response, 200, page),
  };
}

function refuse(response: ServerResponse): void {
  send(response, 404, {
    title: "Nothing to see here",
    text: "A command line listens here for its own login.",
  });
}

function send(response: ServerResponse, status: number, page: { title: string; text: string }): void {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    // The code stands in this page's own address.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    Connection: "close",
  });
  response.end(callbackPage(page));
}
