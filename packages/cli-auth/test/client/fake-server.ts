import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { onTestFinished } from "vitest";

/** Status, body (an object as JSON, a string as it is) and headers. */
export interface Said {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** What a call gets: words, or silence of three kinds. */
export type Answer = Said | "drop" | "drop-in-body" | "never";

export interface Received {
  method: string;
  path: string;
  authorization: string | undefined;
  body: unknown;
}

/**
 * A real HTTP server that says the contract's exact words, and fails as real ones do. Each path has a script
 * of answers; the last one is repeated.
 */
export async function fakeServer(script: Record<string, Answer[]>) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const path = request.url ?? "";
      const { method = "", headers } = request;
      const isForm = headers["content-type"]?.includes("form");
      const body: unknown = isForm ? formOf(text) : text && JSON.parse(text);
      received.push({ method, path, authorization: headers.authorization, body });
      const answers = script[`${method} ${path}`];
      answer(request, response, (answers && answers.length > 1 ? answers.shift() : answers?.[0]) ?? "drop");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const formOf = (text: string) => Object.fromEntries(new URLSearchParams(text));

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

function answer(request: IncomingMessage, response: ServerResponse, what: Answer): void {
  if (what === "never") return;
  if (what === "drop") return void request.socket.destroy();
  if (what === "drop-in-body") {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
    response.write('{"api_key":"alprina_sk_live_', () => request.socket.destroy());
    return;
  }
  const { status, body, headers } = what;
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(typeof body === "string" || body === undefined ? body : JSON.stringify(body));
}
